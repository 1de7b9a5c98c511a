import FEEL
import Testing

/// The examples of DMN 1.5 §10.6 and of the boxed contexts of §10.2.1 and §10.3.3, in their contexts.
@Suite("标准的例子：一个申请人") struct StandardExamples {
  /// Figure 10-28, as a context that is written in FEEL.
  private static let application = """
    {
      applicant: {
        age: 51, maritalStatus: "M", existingCustomer: false,
        monthly: {income: 10000, repayments: 2500, expenses: 3000}
      },
      requested product: {product type: "STANDARD LOAN", rate: 0.25, term: 36, amount: 100000.00},
      monthly income: applicant.monthly.income,
      monthly outgoings: [applicant.monthly.repayments, applicant.monthly.expenses],
      credit history: [
        {record date: date("2008-03-12"), event: "home mortgage", weight: 100},
        {record date: date("2011-04-01"), event: "foreclosure warning", weight: 150}
      ],
      PMT: function(rate, term, amount) (amount * rate / 12) / (1 - (1 + rate / 12) ** -term)
    }
    """

  /// Its entries, as names in scope.
  private static let world = World(evaluated(application)?.context?.entries.map { ($0.name, $0.value) } ?? [])

  /// Without explaining: a function is made anew each time, and equals only itself.
  private static func evaluated(_ text: String) -> Value? {
    let world = World()
    return world.program(text).0?.evaluate(world.frame)
  }

  @Test(
    "算式、条件、列表、函数　DMN 1.5 §10.6.2—§10.6.7",
    arguments: [
      "monthly income * 12 => 120000",
      "if applicant.maritalStatus in (\"M\", \"S\") then \"valid\" else \"not valid\" => \"valid\"",
      "sum(monthly outgoings) => 5500",
      "PMT(requested product.rate, requested product.term, requested product.amount) => 3975.982590125552338278440100112431",
      "sum(credit history[record date > date(\"2011-01-01\")].weight) => 150",
      "some ch in credit history satisfies ch.event = \"bankruptcy\" => false",
    ])
  func answers(_ line: String) { check(line, in: Self.world) }

  @Test(
    "上下文各项的值　DMN 1.5 §10.6.1",
    arguments: [
      "monthly income => 10000", "monthly outgoings => [2500, 3000]",
      "credit history[record date > date(\"2011-01-01\")].weight => [150]",
      "applicant.monthly => {income: 10000, repayments: 2500, expenses: 3000}",
    ])
  func entries(_ line: String) { check(line, in: Self.world) }

  @Test(
    "带结果的方框：资格　DMN 1.5 §10.2.1.4，图 10-9",
    arguments: [
      "eligible(51, 10000, \"LOW\", true) => \"ELIGIBLE\"", "eligible(17, 10000, \"LOW\", true) => \"INELIGIBLE\"",
      "eligible(51, 99, \"LOW\", true) => \"INELIGIBLE\"", "eligible(51, 10000, \"DECLINE\", true) => \"INELIGIBLE\"",
      "eligible(51, 10000, \"LOW\", false) => \"INELIGIBLE\"",
    ])
  func eligibility(_ line: String) throws {
    let function = Self.evaluated(
      """
      function(Age, Monthly Income, Pre-Bureau Risk Category, Installment Affordable)
        if Pre-Bureau Risk Category = "DECLINE" or Installment Affordable = false or Age < 18 or Monthly Income < 100
        then "INELIGIBLE" else "ELIGIBLE"
      """)
    check(line, in: World([("eligible", try #require(function))]))
  }

  @Test("一份 XML 的内容　DMN 1.5 §10.3.3.3", arguments: ["Context.Employee.salary => 13000"])
  func data(_ line: String) throws {
    let context = Self.evaluated(
      """
      {Employee: {salary: 13000}, Customer: [
        {loyalty_level: "gold", credit_limit: 10000}, {loyalty_level: "gold", credit_limit: 20000},
        {loyalty_level: "silver", credit_limit: 5000}
      ]}
      """)
    check(line, in: World([("Context", try #require(context))]))
  }
}
