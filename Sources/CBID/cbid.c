#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>
#include "cbid.h"
static inline BID_UINT128 in(cbid_t a) { BID_UINT128 r; r.w[0] = a.lo; r.w[1] = a.hi; return r; }
static inline cbid_t out(BID_UINT128 a) { cbid_t r = {a.w[0], a.w[1]}; return r; }
cbid_t cbid_add(cbid_t a, cbid_t b, uint32_t *flags) { return out(bid128_add(in(a), in(b), 0, flags)); }
