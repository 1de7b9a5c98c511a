import Diagnostics
import FEEL
import Records
import Rules

/// A form with a field of every kind.
let sampleSchema = RecordSchema(fields: [
  Field(name: "姓名", shape: .string, isTitle: true),
  Field(name: "公民身份号码", shape: .string, format: .residentID, isSensitive: true, isKey: true),
  Field(name: "企业信用代码", shape: .string, format: .creditCode),
  Field(name: "技能等级", shape: .string, oneOf: ["学徒工", "初级工", "中级工", "高级工", "技师", "高级技师"]),
  Field(name: "入职日期", shape: .date, range: range(date("1950-01-01"), nil, "[1950-01-01..)")),
  Field(name: "一线工龄", shape: .integer, range: range(.number(0), .number(60), "[0..60]"), unit: "年"),
  Field(
    name: "计划完成率", shape: .number, range: range(.number(0), .number(300), "[0..300]"),
    usual: range(.number(0), .number(200), "[0..200]"), unit: "%"),
  Field(name: "研发投入", shape: .number, unit: "万元"),
  Field(name: "已退休", shape: .boolean),
  Field(name: "专家评分", shape: .list(.plain(.number)), range: range(.number(0), .number(100), "[0..100]")),
  Field(
    name: "竞赛获奖",
    shape: .list(
      .row([
        Field(name: "级别", shape: .string, oneOf: ["国家", "省", "市"]),
        Field(name: "名次", shape: .integer, range: range(.number(1), nil, ">= 1")),
        Field(name: "团体", shape: .boolean, defaultValue: .boolean(false)),
      ]))),
  Field(
    name: "党建品牌",
    shape: .record([Field(name: "名称", shape: .string), Field(name: "荣誉", shape: .list(.plain(.string)))])),
])

func range(_ lower: Value?, _ upper: Value?, _ text: String) -> ValueRange {
  ValueRange(lower: lower, lowerIncluded: true, upper: upper, upperIncluded: true, text: text)
}

func date(_ text: String) -> Value { CivilDate(text).map { .date($0) } ?? .null }

func number(_ text: String) -> Value { Decimal(text).map { .number($0) } ?? .null }

/// The same two records in four ways of writing: the first complete, the second with much missing.
let sampleTexts: [(format: RecordFormat, text: String)] = [
  (
    .yaml,
    """
    award: 红星工匠
    edition: 2025
    records:
      - 姓名: 张航
        公民身份号码: 36029919880229003X
        企业信用代码: 91360299MAXX00015A
        技能等级: 高级技师
        入职日期: 2010-07-01
        一线工龄: 15
        计划完成率: 100.10
        研发投入: 9007199254740993.07
        已退休: false
        专家评分: [88, 90.5]
        竞赛获奖:
          - {级别: 国家, 名次: 2, 团体: true}
          - {级别: 省, 名次: 无}
        党建品牌: {名称: 红星, 荣誉: []}
      - 姓名: 'no'
        公民身份号码: '360299198512310020'
        技能等级:
        专家评分: []
        竞赛获奖: [{级别: 市}]
        党建品牌: 无
    """
  ),
  (
    .json,
    """
    {"award": "红星工匠", "edition": 2025, "records": [
      {"姓名": "张航", "公民身份号码": "36029919880229003x", "企业信用代码": "91360299MAXX00015A",
       "技能等级": "\\u9ad8级技师", "入职日期": "2010-07-01", "一线工龄": 15, "计划完成率": 100.10,
       "研发投入": 9007199254740993.07, "已退休": false, "专家评分": [88, 90.5],
       "竞赛获奖": [{"级别": "国家", "名次": 2, "团体": true}, {"级别": "省", "名次": "无"}],
       "党建品牌": {"名称": "红星", "荣誉": "无"}},
      {"姓名": "no", "公民身份号码": "360299198512310020", "技能等级": null, "专家评分": [],
       "竞赛获奖": [{"级别": "市"}], "党建品牌": "无"}]}
    """
  ),
  (
    .ndjson,
    """
    {"姓名":"张航","公民身份号码":"36029919880229003X","企业信用代码":"91360299MAXX00015A","技能等级":"高级技师","入职日期":"2010-07-01","一线工龄":15,"计划完成率":100.10,"研发投入":9007199254740993.07,"已退休":false,"专家评分":[88,90.5],"竞赛获奖":[{"级别":"国家","名次":2,"团体":true},{"级别":"省","名次":"无"}],"党建品牌":{"名称":"红星","荣誉":[]}}

    {"姓名":"no","公民身份号码":"360299198512310020","专家评分":[],"竞赛获奖":[{"级别":"市"}],"党建品牌":"无"}
    """
  ),
  (
    .csv,
    """
    \u{FEFF}序号,姓名*,公民身份号码,企业信用代码,技能等级,入职日期,一线工龄（年）,计划完成率,研发投入（万元）,已退休,专家评分,竞赛获奖,党建品牌,备注
    1,张航,36029919880229003ｘ,91360299MAXX00015A,高级技师,2010年7月1日,１５,100.10%,"9,007,199,254,740,993.07万元",否,"[88, 90.5]","[{级别: 国家, 名次: 2, 团体: true}, {""级别"": ""省"", 名次: 无}]","{名称: 红星, 荣誉: []}",好
    2,no,360299198512310020,,,,/,,-,,无,[{级别: 市}],无,
    """
  ),
]

func readSample(_ text: String, _ format: RecordFormat) -> (RecordBatch, DiagnosticLog) {
  var log = DiagnosticLog()
  let source = Source(name: "名单.\(format.rawValue)", text: text)
  return (RecordBatch.read(source, as: format, sampleSchema, log: &log), log)
}
