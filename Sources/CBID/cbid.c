/* Intel's names stay here: everything is passed by value, and nothing keeps global state. */
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>
#include "cbid.h"

static inline BID_UINT128 in(cbid_t a) { BID_UINT128 r; r.w[0] = a.lo; r.w[1] = a.hi; return r; }
static inline cbid_t out(BID_UINT128 a) { cbid_t r = {a.w[0], a.w[1]}; return r; }

cbid_t cbid_add(cbid_t a, cbid_t b, uint32_t *flags) { return out(bid128_add(in(a), in(b), CBID_HALF_EVEN, flags)); }

cbid_t cbid_subtract(cbid_t a, cbid_t b, uint32_t *flags) {
  return out(bid128_sub(in(a), in(b), CBID_HALF_EVEN, flags));
}

cbid_t cbid_multiply(cbid_t a, cbid_t b, uint32_t *flags) {
  return out(bid128_mul(in(a), in(b), CBID_HALF_EVEN, flags));
}

cbid_t cbid_divide(cbid_t a, cbid_t b, uint32_t *flags) {
  return out(bid128_div(in(a), in(b), CBID_HALF_EVEN, flags));
}

cbid_t cbid_multiply_add(cbid_t a, cbid_t b, cbid_t c, uint32_t *flags) {
  return out(bid128_fma(in(a), in(b), in(c), CBID_HALF_EVEN, flags));
}

cbid_t cbid_remainder(cbid_t a, cbid_t b, uint32_t *flags) { return out(bid128_fmod(in(a), in(b), flags)); }

int cbid_compare(cbid_t a, cbid_t b) {
  uint32_t flags = 0;
  if (bid128_quiet_less(in(a), in(b), &flags)) return -1;
  return bid128_quiet_equal(in(a), in(b), &flags) ? 0 : 1;
}

cbid_t cbid_quantize(cbid_t a, cbid_t quantum, uint32_t rounding, uint32_t *flags) {
  return out(bid128_quantize(in(a), in(quantum), rounding, flags));
}

cbid_t cbid_sqrt(cbid_t a, uint32_t *flags) { return out(bid128_sqrt(in(a), CBID_HALF_EVEN, flags)); }

cbid_t cbid_exp(cbid_t a, uint32_t *flags) { return out(bid128_exp(in(a), CBID_HALF_EVEN, flags)); }

cbid_t cbid_log(cbid_t a, uint32_t *flags) { return out(bid128_log(in(a), CBID_HALF_EVEN, flags)); }

cbid_t cbid_pow(cbid_t base, cbid_t exponent, uint32_t *flags) {
  return out(bid128_pow(in(base), in(exponent), CBID_HALF_EVEN, flags));
}

double cbid_to_double(cbid_t a) {
  uint32_t flags = 0;
  return bid128_to_binary64(in(a), CBID_HALF_EVEN, &flags);
}

cbid_t cbid_from_double(double a, uint32_t *flags) { return out(binary64_to_bid128(a, CBID_HALF_EVEN, flags)); }
