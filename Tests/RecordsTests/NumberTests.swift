import FEEL
import Records
import Rules
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("36029919880229003X", "1988-02-29", ResidentNumber.Sex.male),
    ("360299198802290013", "1988-02-29", .male),
    ("360299199001011015", "1990-01-01", .male),
    ("360299198512310020", "1985-12-31", .female),
    ("360299199303070053", "1993-03-07", .male),
    ("11010519491231002X", "1949-12-31", .female),
    ("34052419800101001X", "1980-01-01", .male),
  ])
  func 身份号码(_ text: String, _ birth: String, _ sex: ResidentNumber.Sex) throws {
    let number = try ResidentNumber(text)
    #expect(number.birthDate.description == birth)
    #expect(number.sex == sex)
    #expect(number.masked == text.prefix(6) + "********" + text.suffix(4))
  }

  @Test(arguments: [
    ("360299198802300015", ResidentNumber.Fault.birthDate),
    ("360299198702290016", .birthDate),
    ("360299198802290014", .check(expected: "3")),
    ("36029919880229003x", .form),
    ("36029919880229003", .form),
    ("", .form),
    ("3602991988022900３X", .form),
    ("00029919880229003X", .province("00")),
    ("990299198802290013", .province("99")),
  ])
  func 身份号码不对(_ text: String, _ fault: ResidentNumber.Fault) {
    #expect(throws: fault) { try ResidentNumber(text) }
  }

  /// Every single digit that is mistyped, and every two neighbours that are swapped, are noticed.
  @Test func 身份号码错一位() {
    let right = Array("360299199303070053")
    for index in 0..<17 {
      for digit in "0123456789" where digit != right[index] {
        var wrong = right
        wrong[index] = digit
        #expect(throws: ResidentNumber.Fault.self) { try ResidentNumber(String(wrong)) }
      }
    }
  }

  @Test(arguments: [
    "91350100M000100Y43", "91360299MAXX00015A", "91360299MAXX000310", "91360299MAXX0004XP", "91360299MAXX0020XY",
    "91360299MAXX000235", "91360299MAXX00058P",
  ])
  func 信用代码(_ text: String) throws {
    #expect(try CreditCode(text).text == text)
  }

  @Test(arguments: [
    ("91360299MAXX00015B", CreditCode.Fault.check(expected: "A")),
    ("91360299MAXO00015A", .character("O", at: 11, likely: "0")),
    ("91350100M000100Y4Z", .character("Z", at: 17, likely: "2")),
    ("91360299MAXX00016A", .bodyCheck(expected: "5")),
    ("9136029AMAXX00015A", .area),
    ("91360299MAXX00015a", .character("a", at: 17, likely: nil)),
    ("91360299MAXX00015", .length(17)),
    ("", .length(0)),
  ])
  func 信用代码不对(_ text: String, _ fault: CreditCode.Fault) {
    #expect(throws: fault) { try CreditCode(text) }
  }

  @Test(arguments: [
    ("36029919880229003X", Format.residentID as Format?, "360299********003X"),
    ("13800000000", nil, "138****0000"),
    ("张三", nil, "张*"), ("欧阳文山", nil, "欧**山"), ("甲", nil, "*"), ("", nil, ""),
  ])
  func 脱敏(_ text: String, _ format: Format?, _ shown: String) {
    #expect(Field(name: "号", shape: .string, format: format, isSensitive: true).shown(text) == shown)
    #expect(Field(name: "号", shape: .string, format: format).shown(text) == text)
  }
}
