#include "cjson.h"
#include <simdjson.h>
extern "C" int cjson_version(void) { return simdjson::SIMDJSON_VERSION_MAJOR; }
