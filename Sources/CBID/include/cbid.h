#ifndef PINGXUAN_CBID_H
#define PINGXUAN_CBID_H
#include <stdint.h>

/* A decimal128 in binary integer encoding (IEEE 754-2008): sign, 14 bits of exponent (bias 6176), 113 bits of coefficient. */
typedef struct { uint64_t lo, hi; } cbid_t;

/* Rounding directions of Intel's library. */
enum { CBID_HALF_EVEN = 0, CBID_FLOOR = 1, CBID_CEILING = 2, CBID_TRUNCATE = 3, CBID_HALF_AWAY = 4 };

/* Set in *flags, never cleared. */
enum { CBID_INVALID = 0x01, CBID_ZERO_DIVIDE = 0x04, CBID_OVERFLOW = 0x08, CBID_UNDERFLOW = 0x10, CBID_INEXACT = 0x20 };

cbid_t cbid_add(cbid_t a, cbid_t b, uint32_t *flags);
cbid_t cbid_subtract(cbid_t a, cbid_t b, uint32_t *flags);
cbid_t cbid_multiply(cbid_t a, cbid_t b, uint32_t *flags);
cbid_t cbid_divide(cbid_t a, cbid_t b, uint32_t *flags);
/* a × b + c, rounded once. */
cbid_t cbid_multiply_add(cbid_t a, cbid_t b, cbid_t c, uint32_t *flags);
/* The remainder of truncated division; exact, with the sign of `a`. */
cbid_t cbid_remainder(cbid_t a, cbid_t b, uint32_t *flags);
/* -1, 0 or 1; operands must be numbers. */
int cbid_compare(cbid_t a, cbid_t b);
/* `a` with the exponent of `quantum`. */
cbid_t cbid_quantize(cbid_t a, cbid_t quantum, uint32_t rounding, uint32_t *flags);
cbid_t cbid_sqrt(cbid_t a, uint32_t *flags);
cbid_t cbid_exp(cbid_t a, uint32_t *flags);
cbid_t cbid_log(cbid_t a, uint32_t *flags);
cbid_t cbid_pow(cbid_t base, cbid_t exponent, uint32_t *flags);
/* The nearest binary64, for what is only looked at (charts, hashes of spreadsheets), never for computing. */
double cbid_to_double(cbid_t a);
cbid_t cbid_from_double(double a, uint32_t *flags);
#endif
