import Diagnostics
import Outcomes
import Testing

@testable import Workflow

/// domain §3: what the three awards' workflow files have to carry, clause by clause.
@Suite("三个奖项的流程：角色、人数、时限、退回、回避都照办法")
struct AwardRuleTests {
  private func stage(_ award: String, _ id: StageID) throws -> Stage {
    try #require(try Awards.definition(award)[id], "\(award) \(id)")
  }

  /// 环节, 角色, 时限, 催办。
  static let shared: [(StageID, String, String?, String?)] = [
    ("notice", "评选办", nil, nil), ("nominate", "推荐单位", "5 working days", nil),
    ("intake", "评选办经办人 评选办复核人", "5 working days", nil), ("visit", "核查组", "5 working days", nil),
    ("expert", "评审专家", "3 working days", "1 working day"), ("rank", "评选办", "1 working day", nil),
    ("panel", "评审委员会", "5 working days", nil), ("vote", "链党委委员", "5 working days", nil),
    ("public", "评选办", nil, nil), ("objection", "核查组 纪检监督员", "10 working days", nil),
    ("name", "链党委书记", "5 working days", nil), ("archive", "评选办", "10 working days", nil),
  ]

  @Test("各环节的角色和时限", arguments: Awards.names)
  func people(_ award: String) throws {
    var expected = Self.shared
    let departments = "纪检监察 公安 法院 税务 应急 生态环境 市场监管 人社 保密部门 信访"
    switch award {
    case "党员示范企业":
      expected += [
        ("steward", "红链管家", "3 working days", nil), ("joint", departments + " 海关", "10 working days", "3 working days"),
      ]
    case "党员先锋班组":
      expected += [
        ("appraisal", "推荐单位", "2 working days", nil), ("workshop", "车间党支部", "3 working days", nil),
        ("joint", departments, "10 working days", "3 working days"),
        ("quality", "质安部门", "2 working days", "3 working days"),
      ]
    default:
      expected += [
        ("apprentices", "带徒验证人", "3 working days", nil), ("joint", departments, "10 working days", "3 working days"),
        ("quality", "质安部门", "2 working days", "3 working days"),
      ]
    }
    for (id, roles, due, grace) in expected {
      let stage = try stage(award, id)
      let names = stage.who.compactMap { if case .role(let role, _) = $0 { role.rawValue } else { nil } }
      #expect(names.joined(separator: " ") == roles, "\(award) \(id)")
      #expect(stage.due?.within?.description == due, "\(award) \(id)")
      #expect(stage.grace?.description == grace, "\(award) \(id)")
    }
  }

  @Test("推荐截止：通知起 15 个工作日，当日起算；申报、推荐、佐证不超过它；初审自它起", arguments: Awards.names)
  func deadline(_ award: String) throws {
    let definition = try Awards.definition(award)
    let rule = try #require(definition.deadlines.first)
    #expect(
      rule.name == "推荐截止" && rule.from == "notice" && rule.within == .workingDays(15) && rule.counting == .sameDay)
    let helper = ["党员示范企业": "steward", "党员先锋班组": "workshop", "红星工匠": "apprentices"][award] ?? ""
    for id in ["apply", "nominate", helper] {
      #expect(definition[StageID(id)]?.due?.until == "推荐截止", "\(id)")
    }
    #expect(definition["apply"]?.onUntil == .end(.notAccepted) && definition["apply"]?.takesResubmissions == true)
    #expect(definition["nominate"]?.onUntil == .end(.notAccepted))
    #expect(definition["nominate"]?.onReject == .end(.withdrawn))
    #expect(definition[StageID(helper)]?.onUntil == .go("intake"), "佐证超时不阻断")
    #expect(definition["intake"]?.due?.notBefore == "推荐截止")
    #expect(definition.counting == .nextDay && definition.endsAt?.description == "17:30")
  }

  @Test("补正：2 次、每次 5 个工作日、停表、逾期视为撤回、用尽不予受理；不得以不同意了结", arguments: Awards.names)
  func returns(_ award: String) throws {
    let intake = try stage(award, "intake")
    #expect(intake.returns.limit == 2 && intake.returns.within == .workingDays(5))
    #expect(intake.returns.overdue == .withdrawn && intake.returns.exhausted == .notAccepted)
    #expect(intake.clock == .pauseWhileReturned && !intake.isRejectable && intake.phase == .intake)
    guard case .approve(let approval) = intake.kind else { return #expect(Bool(false)) }
    #expect(approval.mode == .sequential && approval.expansion == .onePerRole, "A 岗、B 岗双人")
  }

  @Test("法定人数、通过票数、回避出分母、缓议", arguments: Awards.names)
  func votes(_ award: String) throws {
    func ballot(_ id: StageID) throws -> Ballot {
      guard case .vote(let ballot) = try stage(award, id).kind else {
        Issue.record("\(id)")
        return Ballot()
      }
      return ballot
    }
    func text(_ threshold: Ballot.Threshold?) -> String {
      threshold.map { "\($0.isStrict ? ">" : ">=") \($0.share) \($0.base)" } ?? ""
    }
    for id: StageID in ["nominate", "panel", "vote"] {
      let ballot = try ballot(id)
      #expect(text(ballot.attendance) == ">= 2/3 eligible", "\(id)")
      guard case .threshold(let rule)? = ballot.rule else { return #expect(Bool(false)) }
      #expect(text(rule) == "> 1/2 eligible", "\(id)")
    }
    #expect(try ballot("nominate").unitNotice == .workingDays(3))
    for id: StageID in ["panel", "vote"] {
      #expect(try ballot(id).recusedLeave && ballot(id).minElectors == 3 && !ballot(id).allowsRemote, "\(id)")
    }
    #expect(try ballot("panel").maxAdjournments == 1 && ballot("panel").adjournedFor == .workingDays(5))
    #expect(try ballot("panel").decidesTies && ballot("panel").chair.count == 2)
    #expect(try ballot("vote").moreThanSeats == [.yesVotes, .rank, .tieBreak, .runOff])
    #expect(try ballot("vote").isSecret == (award == "红星工匠"))
    #expect(try (ballot("vote").maxChoices == .parameter("名额")) == (award == "红星工匠"))
    guard award == "党员先锋班组" else { return }
    let appraisal = try ballot("appraisal")
    #expect(appraisal.isSecret && text(appraisal.attendance) == ">= 4/5 eligible")
    guard case .threshold(let rule)? = appraisal.rule else { return #expect(Bool(false)) }
    #expect(text(rule) == ">= 80/100 present")
  }

  @Test("回避：本企业（含集团）、关系表、近 3 年；申请由主任、副主任决定；责令", arguments: Awards.names)
  func recusal(_ award: String) throws {
    for id: StageID in ["visit", "expert", "panel", "vote"] {
      let rule = try stage(award, id).recusal
      #expect(rule.sameCompany && rule.relations == Set(Relation.Kind.allCases) && rule.lookback == .years(3), "\(id)")
      #expect(rule.declared && rule.decidedBy == [.role("评选办主任", sameCompany: false)], "\(id)")
      #expect(rule.deputies == [.role("评选办副主任", sameCompany: false)], "\(id)")
      #expect(rule.orderedBy == [.role("评选办主任", sameCompany: false)], "\(id)")
    }
  }

  @Test("抽取：专家单数，佐证不少于 30%，工匠复核 20%；有效评委不少于 5 人，去一高一低", arguments: Awards.names)
  func draws(_ award: String) throws {
    let expert = try stage(award, "expert")
    let expected: DrawRule =
      switch award {
      case "党员示范企业": .people(atLeast: 7, atMost: 7, isOdd: false)
      case "党员先锋班组": .people(atLeast: 5, atMost: 5, isOdd: false)
      default: .people(atLeast: 5, atMost: 1000, isOdd: true)
      }
    #expect(expert.draw == expected)
    guard case .score(let scoring) = expert.kind else { return #expect(Bool(false)) }
    #expect(scoring.minValid == 5 && scoring.dropsHighest == 1 && scoring.dropsLowest == 1)
    let share = try #require(Fraction("30%"))
    #expect(try stage(award, "visit").draw == .share(share, of: .evidence))
    #expect(try stage(award, "visit").minSigners == 2)
    let fifth = try #require(Fraction("20%"))
    #expect(try stage(award, "panel").draw == (award == "红星工匠" ? .share(fifth, of: .cases) : nil))
  }

  @Test("联审：未回复即待核、都说完再定、增量运行、更正以最新为准；待核至多走到合议", arguments: Awards.names)
  func clearance(_ award: String) throws {
    guard case .approve(let joint) = try stage(award, "joint").kind else { return #expect(Bool(false)) }
    #expect(joint.noReplyIsPending && joint.collectsAll && joint.assessesReplies && joint.takesCorrections)
    #expect(joint.fieldsOfRole["应急"] == ["安全事故"] && joint.fieldsOfRole.count == 10)
    let pending = try #require(try Awards.definition(award).pending)
    #expect(pending.mayPassUntil == "panel" && pending.stopsBefore == ["vote", "public"])
    #expect(try stage(award, "archive").closes == [.pending: .cancelled, .reserve: .reserve])
  }

  @Test("公示与异议：5 日当日起算、只停该对象、中断 2 日重新起算；3 + 10 + 20，两人，递补 10 日一轮", arguments: Awards.names)
  func notices(_ award: String) throws {
    guard case .notice(let notice) = try stage(award, "public").kind,
      case .objection(let inquiry) = try stage(award, "objection").kind
    else { return #expect(Bool(false)) }
    #expect(notice.days == .workingDays(5) && notice.counting == .sameDay && notice.restartAfter == 2)
    #expect(notice.endsAt?.description == "17:30" && notice.restartsOnChange && notice.recordsAnonymousOnly)
    #expect(notice.cluesTo == [.role("纪检监督员", sameCompany: false)])
    #expect(inquiry.admission == .workingDays(3) && inquiry.prolongation == .workingDays(20))
    #expect(inquiry.minSettlers == 2 && inquiry.partlyRunsRules && inquiry.onFounded == .end(.cancelled))
    let reserve = try #require(try Awards.definition(award).reserve)
    #expect(reserve.within == .workingDays(10) && reserve.rounds == 1 && reserve.stage == "public")
    #expect(try Awards.definition(award).maySuspend == [.role("纪检监督员", sameCompany: false)])
  }

  @Test("规则何时跑：受理、联审、评分前，票决、公示、命名前各复跑一次，年审再跑", arguments: Awards.names)
  func phases(_ award: String) throws {
    let definition = try Awards.definition(award)
    var expected: [StageID: Phase] = [
      "intake": .intake, "autoscore": .scoring, "recheck_vote": .final, "recheck_public": .final,
      "recheck_name": .final, "manage": .final,
    ]
    expected[award == "党员示范企业" ? "joint" : "clearance"] = .joint
    let found = definition.stages.compactMap { stage in stage.phase.map { (stage.id, $0) } }
    // 班组、工匠的联审、质安会签只收回复，结论在汇合之后。
    let concluding = Dictionary(uniqueKeysWithValues: found).filter { $0.key != "joint" || award == "党员示范企业" }
    #expect(concluding == expected)
  }
}
