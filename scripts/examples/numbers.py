"""Numbers that pass their checks and belong to nobody (GB 11643, GB 32100, GB 11714)."""

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(serial):
    """统一社会信用代码 of an invented enterprise: 91 360299 MAXXnnnn + two check characters."""
    subject = f"MAXX{serial:04d}"
    body = "91360299" + subject + _organisation_check(subject)
    weighted = sum(CHARACTERS.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + CHARACTERS[-weighted % 31]


def resident_id(birth, serial):
    """公民身份号码 in 360299, which is no county's code; an odd serial is a man's."""
    body = f"360299{birth.replace('-', '')}{serial:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights)) % 11]


def _organisation_check(subject):
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    value = lambda c: int(c) if c.isdigit() else ord(c) - ord("A") + 10
    check = 11 - sum(value(c) * w for c, w in zip(subject, weights)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))
