import FEEL

/// The fields, parameters and definitions of three awards, as their rules declare them.
enum Awards {
  private static let levels = Type.enumeration(["国家级", "省级", "市级", "区级", "链级", "公司级"])
  private static let states = Type.enumeration(["有效", "已过期", "已撤销"])
  private static let grades = Type.enumeration([
    "无", "学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师",
  ])
  private static let sizes = Type.enumeration(["大型", "中型", "小型", "微型"])
  private static let roles = Type.enumeration(["主机厂所", "链主企业", "配套企业", "协会及服务机构"])
  private static let ownership = Type.enumeration(["国有", "民营", "外资", "混合"])

  private static func rows(_ name: String, _ fields: [(String, Type)]) -> (String, Type) {
    (name, .list(.context(ContextType(name: name, fields))))
  }

  private static func declare(_ names: String, _ type: Type) -> [(String, Type)] {
    names.split(separator: " ").map { (String($0), type) }
  }

  private static let common: [(String, Type)] =
    declare("评选年度 加分封顶 名额 差额比例 最低分", .number)
    + declare("基准日 考核期起 考核期止 近三年起 近五年起", .date)
    + declare(
      "政治纪律问题 正被立案 失信被执行人 欠薪未清 社保欠缴未清 重大税收违法 严重违法失信 经营异常未移出 失泄密事件 弄虚作假",
      .boolean)
    + declare("责任群体性事件数 重大舆情数", .number)
    + [
      rows("处分", [("种类", .enumeration(["党纪", "政务"])), ("决定日期", .date), ("影响期止", .date)]),
      rows("强制措施记录", [("种类", .string), ("日期", .date)]),
      rows("刑事处罚记录", [("种类", .string), ("日期", .date)]),
      rows(
        "安全事故",
        [
          ("等级", .enumeration(["一般", "较大", "重大", "特别重大"])),
          ("责任", .enumeration(["全部责任", "主要责任", "同等责任", "次要责任", "无责任"])), ("日期", .date),
        ]),
      rows(
        "环保记录",
        [
          ("类型", .enumeration(["突发环境事件", "行政处罚"])), ("重大处罚", .boolean), ("日期", .date),
        ]),
      ("企业规模", sizes), ("链上角色", roles), ("所有制", ownership),
      ("链上状态", .enumeration(["在链", "退链", "待入链"])), ("专家评分", .list(.number)),
    ]

  private static func definitions(_ list: [(String, String)], in fields: [(String, Type)]) -> World {
    var world = World()
    for (name, type) in fields { world.declare(name, type) }
    for (name, text) in list {
      let (program, _) = world.program(text)
      world.declare(name, program?.type ?? .any)
    }
    return world
  }

  // MARK: 党员示范企业

  static let enterpriseDefinitions = [
    ("有效协议", "共建协议[签署日期 <= 考核期止 and 有效期止 >= 考核期止]"),
    ("协议活动次数", "if count(有效协议) = 0 then 0 else sum(有效协议.活动次数)"),
    ("类型齐全", #"every t in ["大联小","强联弱","前联后"] satisfies list contains(有效协议.联建类型, t)"#),
    ("达标岗", "党员示范岗[count(徒弟) >= 1]"),
    ("增长率", "if 营业收入上年 > 0 then (营业收入本年 - 营业收入上年) / 营业收入上年 * 100 else null"),
    ("研发强度", "if 营业收入本年 > 0 then 研发投入 / 营业收入本年 * 100 else null"),
    ("高技能占比", "高技能人才数 / 职工总数 * 100"),
    ("有效资质", "资质[有效期止 >= 考核期止]"),
    ("考核期荣誉", #"荣誉[状态 = "有效" and 授予日期 >= 考核期起 and 授予日期 <= 考核期止]"#),
    ("非公", #"所有制 in ("民营","外资")"#),
  ]

  static let enterprise = definitions(
    enterpriseDefinitions,
    in: common + declare("企业名称", .string) + declare("成立日期 党组织成立日期 公示起日", .date)
      + declare(
        """
        注册地在高新区 按期换届 书记进入管理层 工会已建立 集体合同签订 联合支部牵头 职代会已建立 品牌立得住 品牌叫得响 品牌可推广 \
        承办全链现场会 软弱涣散未转化 海关重大违法 虚报研发费用 骗取高企资格
        """, .boolean)
      + declare(
        """
        职工总数 正式党员数 主题党日次数 骨干培养成党员数 党员培养成骨干数 营业收入本年 营业收入上年 研发投入 实缴税收 一次交付合格率 \
        按期交付率 高技能人才数 人均志愿服务时长 职工满意度 宣讲典型发言次数 重大质量事故数 航空质量通报数 党费收缴率 组织关系超期未转接数 \
        预备党员数 入党积极分子数 品牌复制单位数 二十强口径年 A A5 C1
        """, .number)
      + [
        ("党组织形式", .enumeration(["党委", "党总支", "党支部", "联合党支部", "无"])),
        ("党建三化等级", .enumeration(["优秀", "达标", "基本达标", "未达标"])),
        ("纳税信用等级", .enumeration(["A", "B", "M", "C", "D", "未评"])), ("纳税二十强年份", .list(.number)),
        rows("党员示范岗", [("岗位名", .string), ("党员", .string), ("徒弟", .list(.string))]),
        rows(
          "共建协议",
          [
            ("编号", .string), ("对方", .string), ("联建类型", .enumeration(["大联小", "强联弱", "前联后", "其他"])),
            ("签署日期", .date), ("有效期止", .date), ("活动次数", .number),
          ]),
        rows("资质", [("名称", .string), ("级别", .string), ("发证日期", .date), ("有效期止", .date)]),
        rows(
          "荣誉",
          [
            ("名称", .string), ("事项", .string), ("级别", levels), ("授予日期", .date), ("状态", states), ("撤销日期", .date),
          ]),
        rows("负责人处分", [("姓名", .string), ("职务", .string), ("种类", .string), ("影响期止", .date)]),
        rows("资质复核", [("名称", .string), ("复核结果", .enumeration(["通过", "未过", "未到复核"]))]),
      ])

  static let enterpriseConditions = [
    "政治纪律问题", "正被立案 or (some d in 处分 satisfies d.影响期止 >= 基准日)",
    "(some x in 强制措施记录 satisfies x.日期 >= 近三年起) or (some x in 刑事处罚记录 satisfies x.日期 >= 近三年起)",
    #"some x in 安全事故 satisfies x.责任 in ("主要责任","全部责任","同等责任") and x.日期 >= 近三年起"#,
    #"some x in 环保记录 satisfies (x.类型 = "突发环境事件" or x.重大处罚) and x.日期 >= 近三年起"#,
    "责任群体性事件数 > 0 or 重大舆情数 > 0", #"注册地在高新区 and 链上状态 = "在链""#,
    #"成立日期 + duration("P2Y") <= 基准日"#,
    #"党组织形式 in ("党委","党总支","党支部") or (党组织形式 = "联合党支部" and 联合支部牵头)"#,
    #"党组织成立日期 + duration("P1Y") <= 基准日 and 按期换届"#, "正式党员数 >= 3",
    #"党建三化等级 in ("优秀","达标")"#, "count(有效协议) >= 1", "every 岗 in 党员示范岗 satisfies count(岗.徒弟) >= 1",
    "工会已建立 and 集体合同签订", #"纳税信用等级 in ("A","B","M")"#,
    #"not(some h in 荣誉 satisfies h.名称 = "党员示范企业" and h.授予日期 >= 近三年起)"#,
    "some p in 负责人处分 satisfies p.影响期止 >= 基准日", "党费收缴率 < 100 or 组织关系超期未转接数 > 0",
    #"链上角色 in ("主机厂所","链主企业")"#, #"企业规模 = "大型""#, "非公", #"企业规模 in ("小型","微型")"#,
    "正式党员数 >= 3 and 预备党员数 + 入党积极分子数 >= 1", #"count(有效协议[联建类型 = "前联后"]) >= 1"#,
    "count(党员示范岗) >= 1 and (every 岗 in 党员示范岗 satisfies count(岗.徒弟) >= 1)",
    #"纳税信用等级 in ("A","B") or (纳税信用等级 = "M" and 成立日期 + duration("P3Y") > 基准日)"#,
    #"not(some h in 荣誉 satisfies h.名称 = "党员示范企业" and (h.授予日期 >= 近三年起 or (h.状态 = "已撤销" and h.撤销日期 >= 近五年起)))"#,
    "虚报研发费用 or 骗取高企资格", "品牌可推广 and 品牌复制单位数 >= 2",
  ]

  static let enterpriseNumbers = [
    "if count(党员示范岗) = 0 then 0 else count(达标岗) / count(党员示范岗) * 6",
    "min(6, (骨干培养成党员数 + 党员培养成骨干数) * 1.5)",
    "min(6, count(有效协议) + 协议活动次数 * 0.5 + (if 类型齐全 then 1 else 0))",
    """
    if count(考核期荣誉) = 0 then 0 else sum(for s in distinct values(考核期荣誉.事项) return max(for h in 考核期荣誉[事项 = s] \
    return if h.级别 = "国家级" then 3 else if h.级别 = "省级" then 2 else if h.级别 = "市级" then 1 else 0))
    """,
    "if 承办全链现场会 then 1 else 0", "min(1, 宣讲典型发言次数 * 0.5)",
    """
    if every k in [0,1,2] satisfies list contains(纳税二十强年份, 二十强口径年 - k) then 5 else if every k in [0,1] satisfies \
    list contains(纳税二十强年份, 二十强口径年 - k) then 4 else if list contains(纳税二十强年份, 二十强口径年) then 3 else \
    if 纳税信用等级 = "A" then 1 else 0
    """,
    "ceiling(名额 * (1 + 差额比例))", "实缴税收 / 职工总数", "ceiling(名额 * 0.5)",
    #"if count(荣誉[级别 = "链级" and 授予日期 >= 近三年起]) = 0 then 1 else 0"#, "ceiling(20*0.7)", "A", "A5",
  ]

  static let enterpriseLists = [
    #"资质[有效期止 >= 公示起日 and not(list contains(资质复核[复核结果 = "未过"].名称, 名称))]"#
  ]

  // MARK: 党员先锋班组

  static let teamDefinitions = [
    ("岗均徒弟数", "if count(党员示范岗) = 0 then 0 else count(flatten(党员示范岗.徒弟)) / count(党员示范岗)"),
    ("考核期任务", "急难险重任务[完成日期 >= 考核期起 and 完成日期 <= 考核期止]"),
    ("高级工占比", "高级工及以上人数 / 班组人数 * 100"),
    ("先锋号", #"荣誉[状态 = "有效" and contains(名称, "工人先锋号")]"#),
  ]

  static let team = definitions(
    teamDefinitions,
    in: common + declare("组建日期", .date)
      + declare("一线班组 亮身份 亮职责 亮承诺 篡改质量记录 班组失泄密 班组长免职或记过以上 抢险救援立功 数智化改善", .boolean)
      + declare(
        """
        班组人数 党员人数 轻伤人次 重伤人次 死亡人次 计划完成率 所属企业否决数 民主评议同意率 责任轻伤以上事故数 出勤率 三违通报次数 \
        党员责任区覆盖率 合理化建议采纳数 高级工及以上人数 连续安全生产天数 B B2 A3
        """, .number)
      + [
        ("企业信用代码", .string), ("不可抗力认定", .enumeration(["无", "成立", "不成立"])),
        ("质量事故等级", .enumeration(["无", "一般", "较大", "重大"])),
        ("班组类型", .enumeration(["生产", "装配", "维修", "研发", "检测", "保障服务"])),
        (
          "党员示范岗",
          .list(
            .context(
              ContextType(
                name: "党员示范岗",
                [
                  ("岗位名", .string), ("党员", .string),
                  ("徒弟", .list(.context(ContextType(name: "党员示范岗.徒弟", [("姓名", .string), ("协议日期", .date)])))),
                ])))
        ),
        rows(
          "急难险重任务",
          [
            ("名称", .string), ("级别", .enumeration(["国家", "型号", "公司", "车间"])), ("完成日期", .date), ("证明", .string),
          ]),
        rows("成员治安拘留", [("姓名", .string), ("日期", .date)]),
        rows("成员刑事处罚", [("姓名", .string), ("种类", .string), ("日期", .date)]),
        rows(
          "成员党纪处分",
          [
            ("姓名", .string), ("种类", .string), ("决定日期", .date), ("班组管理责任", .boolean),
          ]),
        rows("荣誉", [("名称", .string), ("级别", levels), ("授予日期", .date), ("状态", states)]),
      ])

  static let teamConditions = [
    #"组建日期 + duration("P1Y") <= 基准日"#, "班组人数 >= 5 and 一线班组", "亮身份 and 亮职责 and 亮承诺",
    "count(党员示范岗) >= 1 and (every 岗 in 党员示范岗 satisfies count(岗.徒弟) >= 1)", "轻伤人次 + 重伤人次 + 死亡人次 = 0",
    #"计划完成率 >= 100 or 不可抗力认定 = "成立""#, "所属企业否决数 = 0", "民主评议同意率 >= 80",
    #"质量事故等级 in ("一般","较大","重大")"#,
    "(some m in 成员治安拘留 satisfies m.日期 >= 考核期起) or (some m in 成员刑事处罚 satisfies m.日期 >= 考核期起)",
    "some m in 成员党纪处分 satisfies m.班组管理责任 and m.决定日期 >= 考核期起", "三违通报次数 >= 2",
    #"班组类型 in ("生产","装配","维修")"#,
    #"一线班组 and (班组人数 >= 4 or (企业规模 in ("小型","微型") and 班组人数 >= 3))"#,
    #"""
    count(党员示范岗) >= 1 and (every 岗 in 党员示范岗 satisfies count(岗.徒弟[协议日期 + duration("P6M") <= 考核期止]) >= 1)
    """#,
  ]

  static let teamNumbers = [
    "党员责任区覆盖率 / 100 * 6", "min(3, 合理化建议采纳数 * 0.5)", #"if 链上角色 = "主机厂所" then 4 else 2"#,
    "if 抢险救援立功 then 2 else 0", "ceiling(18*1.25)", "岗均徒弟数", "连续安全生产天数",
  ]

  // MARK: 红星工匠

  static let craftsmanDefinitions = [
    ("近三年考核", "年度考核结果[年 >= 评选年度 - 2]"), ("有效徒弟", "徒弟[协议期止 >= 考核期止]"),
    (
      "攻关效益",
      "if count(技术攻关) = 0 then 0 else sum(for g in 技术攻关 return g.年经济效益 * g.本人贡献率 / 100)"
    ),
    ("从事本工种天数", #"(基准日 - 从事本工种起始日期) / duration("P1D")"#),
    ("技师以上", #"["技师","高级技师","特级技师","首席技师"]"#),
    (
      "优秀党员称号",
      #"荣誉[类别 in ("优秀共产党员","优秀党务工作者") and 状态 = "有效" and 授予日期 >= 近三年起]"#
    ),
    (
      "徒弟成长分",
      #"""
      if count(徒弟) = 0 then 0 else sum(for t in 徒弟 return (if list contains(技师以上, t.当前技能等级) and \#
      not(list contains(技师以上, t.起点技能等级)) then 3 else if t.当前技能等级 = "高级工" and t.起点技能等级 in \#
      ("学徒工","初级工","中级工") then 2 else 0) + (if t.市级以上获奖 then 2 else 0))
      """#
    ),
    ("非公", #"所有制 in ("民营","外资")"#),
  ]

  static let craftsman = definitions(
    craftsmanDefinitions,
    in: common + declare("出生日期 入党日期 入职日期 从事本工种起始日期 发证日期", .date)
      + declare("已退休 是党员示范岗 违反保密规定 材料造假 非法组织或错误言论 失效成果未更正 工作室领衔", .boolean)
      + declare("承诺兑现率 一线工龄 工艺纪律通报次数 B C B1 C2 D1", .number)
      + [
        ("企业信用代码", .string), ("车间班组", .string), ("国籍", .enumeration(["中国", "其他"])),
        ("在岗状态", .enumeration(["在岗", "长期休假", "离职"])), ("性别", .enumeration(["男", "女"])),
        ("技能等级", grades), ("职称", .enumeration(["无", "初级", "中级", "副高", "正高"])),
        ("人员类别", .enumeration(["一线职工", "专业技术人员", "中层管理", "企业负责人"])),
        ("政治面貌", .enumeration(["中共党员", "预备党员", "入党积极分子", "共青团员", "群众", "其他"])),
        ("党组织政审结论", .enumeration(["同意", "不同意", "不需要"])), ("证书核验", .enumeration(["属实", "不实"])),
        ("更高称号", .list(.string)),
        rows("年度考核结果", [("年", .number), ("结果", .enumeration(["优秀", "合格", "基本合格", "不合格"]))]),
        rows(
          "竞赛获奖",
          [
            ("名称", .string), ("级别", .enumeration(["世界", "国家", "省", "市", "区", "公司"])),
            ("等次", .enumeration(["一等", "二等", "三等", "无"])), ("名次", .any), ("日期", .date), ("团体", .boolean),
          ]),
        rows(
          "专利",
          [
            ("专利号", .string), ("类型", .enumeration(["发明", "实用新型", "外观"])), ("授权日期", .date), ("排名", .number),
            ("状态", .enumeration(["受理", "授权", "无效"])),
          ]),
        rows(
          "技术攻关",
          [
            ("项目", .string), ("年经济效益", .number), ("本人贡献率", .number), ("证明单位", .string),
          ]),
        rows(
          "徒弟",
          [
            ("姓名", .string), ("协议日期", .date), ("协议期止", .date), ("起点技能等级", grades), ("当前技能等级", grades),
            ("出师", .boolean), ("市级以上获奖", .boolean),
          ]),
        rows(
          "荣誉",
          [
            ("名称", .string),
            (
              "类别",
              .enumeration([
                "国务院特殊津贴", "中华技能大奖", "全国技术能手", "省级工匠", "市级工匠", "新时代赣鄱先锋", "优秀共产党员",
                "优秀党务工作者", "全国劳动模范", "全国先进工作者", "红星工匠", "其他",
              ])
            ), ("级别", levels), ("授予日期", .date), ("状态", states), ("撤销日期", .date),
          ]),
        rows("企业处分", [("种类", .string), ("决定日期", .date), ("影响期止", .date)]),
        rows("酒驾记录", [("种类", .enumeration(["酒驾", "醉驾"])), ("日期", .date)]),
        rows("治安处罚记录", [("种类", .string), ("日期", .date)]),
      ])

  static let craftsmanConditions = [
    #"国籍 = "中国" and 在岗状态 = "在岗" and 链上状态 = "在链""#, #"出生日期 + duration("P18Y") <= 基准日 and not(已退休)"#,
    #"从事本工种起始日期 + duration("P5Y") <= 基准日 and 入职日期 + duration("P2Y") <= 基准日"#,
    #"技能等级 in ("高级工","技师","高级技师","特级技师","首席技师") or 职称 in ("副高","正高")"#,
    #"人员类别 in ("一线职工","专业技术人员")"#,
    #"count(近三年考核[结果 in ("不合格","基本合格")]) = 0 and count(近三年考核[结果 = "优秀"]) >= 1"#, "count(徒弟) >= 1",
    #"政治面貌 in ("中共党员","预备党员","入党积极分子") or 党组织政审结论 = "同意""#,
    #"""
    not(some h in 荣誉 satisfies (h.类别 = "红星工匠" and h.授予日期 >= 近三年起) or (list contains(更高称号, h.类别) and \#
    h.状态 = "有效"))
    """#, "(some d in 处分 satisfies d.影响期止 >= 基准日) or (some d in 企业处分 satisfies d.影响期止 >= 基准日)",
    "(some r in 酒驾记录 satisfies r.日期 >= 近三年起) or (some r in 治安处罚记录 satisfies r.日期 >= 近三年起)",
    #"""
    (从事本工种起始日期 + duration("P5Y") <= 基准日 or (从事本工种起始日期 + duration("P3Y") <= 基准日 and (some g in 竞赛获奖 \#
    satisfies g.级别 = "国家" and (g.等次 in ("一等","二等","三等") or (g.名次 instance of number and g.名次 <= 10))))) \#
    and 入职日期 + duration("P2Y") <= 基准日
    """#,
    #"(技能等级 in ("高级工","技师","高级技师","特级技师","首席技师") and 证书核验 = "属实") or 职称 in ("副高","正高")"#,
    #"count(徒弟) >= (if 企业规模 in ("小型","微型") then 1 else 2)"#, #"性别 = "女""#,
  ]

  static let craftsmanNumbers = [
    #"""
    if 政治面貌 in ("中共党员","预备党员") then (if 是党员示范岗 then 2 else 0) + (if 承诺兑现率 >= 95 then 2 else 0) + \#
    (if count(优秀党员称号) >= 1 then 2 else 0) else if 政治面貌 = "入党积极分子" then 3 else 2
    """#, "min(7, 徒弟成长分)", "B + C", "从事本工种天数", "count(有效徒弟)",
    #"count(近三年考核[结果 = "优秀"])"#, #"if 链上角色 = "主机厂所" then 5 else 3"#,
  ]
}
