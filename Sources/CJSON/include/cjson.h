#ifndef PINGXUAN_CJSON_H
#define PINGXUAN_CJSON_H
#ifdef __cplusplus
extern "C" {
#endif
int cjson_version(void);
#ifdef __cplusplus
}
#endif
#endif
