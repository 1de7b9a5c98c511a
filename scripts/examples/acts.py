"""The acts of a round, stage by stage; after each stage the program says who is still in."""

import hashlib
import json
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

from . import teams
from .dice import Dice
from .people import people

DEPARTMENTS = ["纪检监察", "公安", "法院", "税务", "应急", "生态环境", "市场监管", "人社", "保密部门", "信访", "海关"]

# 各环节的日子；2026 年度跨入 2027 年，日历未收录，公示以后不往下走。
DAYS = {
    2025: dict(
        notice="2025-12-01", apply="2025-12-03", appraise="2025-12-04", nominate="2025-12-09", steward="2025-12-10",
        closed="2025-12-19", intake="2025-12-22", quality="2025-12-23", again="2025-12-26", second="2025-12-29",
        third="2025-12-30", fourth="2025-12-31", fifth="2026-01-04", joint="2026-01-05", visit="2026-01-09", letting="2026-01-12",
        expert="2026-01-13", rank="2026-01-14", settled="2026-01-16", panel="2026-01-20", vote="2026-01-26", public="2026-02-11",
        objected="2026-02-12", unfounded="2026-02-13", founded="2026-02-14", end="2026-02-24", reserve="2026-02-25", named="2026-02-26",
        reserve_end="2026-03-04", name="2026-03-05", archive="2026-03-16",
    ),
    2026: dict(
        notice="2026-12-01", apply="2026-12-03", appraise="2026-12-04", nominate="2026-12-09", steward="2026-12-10",
        closed="2026-12-21", intake="2026-12-22", quality="2026-12-23", again="2026-12-25", second="2026-12-28",
        third="2026-12-30", fourth="2026-12-31", fifth="2027-01-04", joint="2027-01-05", visit="2027-01-11", letting="2027-01-12",
        expert="2027-01-13", rank="2027-01-14", settled="2027-01-18", panel="2027-01-20", vote="2027-01-26",
    ),
}
# 单位内公示的起止，届满之后报告推荐结果。
POSTED = {2025: "2025-12-04..2025-12-08", 2026: "2026-12-04..2026-12-08"}
# 专家库多少人，从中抽取多少人。
EXPERTS = {"党员示范企业": (15, 7), "党员先锋班组": (11, 5), "红星工匠": (15, 7)}
# 手写的算例各自走完全程：让别的对象缺席、迟到、撤回。
WORKED = ["QY-2025-006", "QY-2025-007", "QY-2025-008", "BZ-2025-001", "GJ-2025-001", "GJ-2025-002"]
COMPANY = {"党员示范企业": "企业名称", "党员先锋班组": "所属企业", "红星工匠": "所属企业"}


class Round:
    def __init__(self, root, program, year, award, records):
        self.root, self.program, self.year, self.award = root, program, year, award
        self.days = DAYS[year]
        self.records = {r["编号"]: r for r in records}
        self.steps = []
        self.people, self.roles = {}, {}
        self.dice = Dice("动作", year, award)
        self._appoint()

    # 人

    def _appoint(self):
        titles = [("评选办经办人", 1), ("评选办复核人", 1), ("评选办主任", 1), ("系统管理员", 1), ("纪检监督员", 1),
                  ("计票员", 1), ("链党委书记", 1), ("核查组", 2), ("评审专家", 5 if self.award == "党员先锋班组" else 7),
                  ("评审委员会", 11), ("链党委委员", 9)]
        titles += [(d, 1) for d in DEPARTMENTS if self.award == "党员示范企业" or d != "海关"]
        names = iter(people(Dice("名册", self.year, self.award), sum(n for _, n in titles) + 2 * len(self.records) + 80))
        for title, count in titles:
            for index in range(count):
                self._hire(title, title if count == 1 else f"{title}{index + 1}", next(names), title)
        self.roles["评选办"] = ["评选办经办人", "评选办复核人", "评选办主任"]
        self.people["群众甲"] = {"name": next(names), "title": "群众"}
        for firm in dict.fromkeys(r[COMPANY[self.award]] for r in self.records.values()):
            self._hire("推荐单位", f"{firm}书记", next(names), "党组织书记", firm)
            if self.award != "党员示范企业":
                self._hire("质安部门", f"{firm}质安部", next(names), "质安部门负责人", firm)
            if self.award == "党员先锋班组":
                self._hire("车间党支部", f"{firm}车间支部", next(names), "车间党支部书记", firm)
            if self.award == "党员示范企业":
                # 每企业一名；提名里写明是谁。
                self._hire("红链管家", f"{firm}红链管家", next(names), "红链管家")
        if self.award == "红星工匠":
            self._hire("带徒验证人", "带徒验证人", next(names), "带徒验证人")
        for case, record in self.records.items():
            self.people[f"{case}申报人"] = {
                "name": next(names), "company": record[COMPANY[self.award]], "title": "申报人"}
        for index in range(len(self.roles["评审专家"]), EXPERTS[self.award][0]):
            self._hire("评审专家", f"评审专家{index + 1}", next(names), "评审专家")
        self._hire("评选办副主任", "评选办副主任", next(names), "评选办副主任")
        self.roles["评审委员会主任"] = ["评审委员会1"]
        self.roles["评审委员会副主任"] = ["评审委员会2"]

    def _hire(self, role, actor, name, title, company=None):
        self.people[actor] = {"name": name, "title": title} | ({"company": company} if company else {})
        self.roles.setdefault(role, []).append(actor)

    def _firm(self, case):
        return self.records[case][COMPANY[self.award]]

    def _steward(self, case):
        return {"党员示范企业": f"{self._firm(case)}红链管家", "党员先锋班组": f"{self._firm(case)}车间支部"}.get(self.award, "带徒验证人")

    # 动作

    def act(self, verb, by, case=None, day=None, time="10:00", **more):
        step = {"do": verb, "by": by}
        if case:
            step["case"] = case
        if day:
            step["at"] = f"{self.days[day]}T{time}"
        self.steps.append(step | more)

    def write(self):
        self._before_the_deadline()
        self._intake()
        self._joint()
        self._visit_and_score()
        self._rank()
        self._vote()
        if self.year == 2025:
            self._public()
        self._save(self._folder / "acts.yaml")

    @property
    def _folder(self):
        return self.root / "examples" / str(self.year) / self.award

    def _before_the_deadline(self):
        self.act("start", "评选办经办人", day="notice", time="09:00")
        self.act("publish", "评选办经办人", time="09:00", day="notice")
        self.absent = self._pick(1, "缺席")
        self.late = self._pick(1, "迟到", self.absent)
        self.given_up = self._pick(1, "撤回", self.absent + self.late)
        self.declined = self._pick(1, "不推荐", self.absent + self.late + self.given_up) if self.award == "红星工匠" else []
        there = [c for c in self._evaluated() if c not in self.absent + self.late]
        self._all(there, "submit", lambda c: f"{c}申报人", "apply")
        # 记录被拒收的，这一件没有开始。
        refused = [c for c in self.records if c not in self._evaluated()]
        self._all(refused, "submit", lambda c: f"{c}申报人", "apply")
        if self.award == "党员先锋班组":
            for case in there:
                eligible, attended, yes = teams.ballot(self.records[case])
                self.act("paper_result", f"{self._firm(case)}书记", case, "appraise", eligible=eligible, attended=attended,
                         count={"yes": yes, "no": attended - yes})
        for case in there:
            dice = Dice("支委会", self.year, case)
            eligible = dice.pick([5, 7])
            no = dice.pick([0, 0, 1])
            count = {"yes": 1, "no": eligible - 1} if case in self.declined else {"yes": eligible - no, "no": no}
            posted = {} if case in self.declined else {"posted": POSTED[self.year]}
            self.act("paper_result", f"{self._firm(case)}书记", case, "nominate", eligible=eligible, attended=eligible, count=count, **posted)
        self.act("withdraw", f"{self.given_up[0]}申报人", self.given_up[0], "nominate", "16:00", reason="单位决定今年不再申报")
        for case in there:
            if case not in self.given_up + self.declined:
                self.act("approve", self._steward(case), case, "steward")
        # 推荐截止后才送达的：不予受理。
        self.act("tick", "system", day="closed", time="17:31")
        self.act("submit", f"{self.late[0]}申报人", self.late[0], "closed", "17:40")

    def _pick(self, count, seed, but=()):
        """Nominees who are in good order, so that what happens to them is the workflow's doing."""
        evaluated = self._evaluated()
        order = ["below_line", "below_minimum", "shortlisted"]
        good = [c for outcome in order for c, o in sorted(evaluated.items()) if o == outcome and c not in [*but, *WORKED]][:6]
        dice = Dice(seed, self.year, self.award)
        chosen = []
        while good and len(chosen) < count:
            chosen.append(good.pop(dice.below(len(good))))
        return chosen

    def _intake(self):
        for case in self._standing("intake"):
            self.act("approve", "评选办经办人", case, "intake")
        # 没有轮到复核人、不写理由的退回：都不被接受。
        waiting = self._standing("intake")
        if waiting:
            self.act("return", "评选办复核人", waiting[0], to_stage="apply")
        for case in waiting:
            self.act("approve", "评选办复核人", case, "intake", "15:00")
        self._quality("quality")
        self._corrections()

    def _quality(self, day):
        """所属企业质安会签：2 个工作日内。"""
        if self.award != "党员示范企业":
            for case in self._standing("quality"):
                self.act("approve", f"{self._firm(case)}质安部", case, day, "09:00")

    def _corrections(self):
        """待补正：退回补一次的补齐；补两次仍缺的不予受理。"""
        owing = [c for c in self._standing("apply") if c not in self.absent + self.late]
        for index, case in enumerate(owing):
            fields = self._missing(case)
            data = {name: self._filled(case, name) for name in fields} if self.award == "党员示范企业" and index == 0 else {}
            self.act("submit", f"{case}申报人", case, "again", **({"data": data} if data else {}))
        self._sign(owing, "second")
        for day, next_day in (("third", "fourth"), ("fourth", "fifth")):
            self._quality(day)
            again = [c for c in self._standing("apply") if c not in self.absent + self.late]
            for case in again:
                self.act("submit", f"{case}申报人", case, day)
            self._sign(again, day)
        self._quality(next_day)

    def _sign(self, cases, day):
        for post, time in (("评选办经办人", "14:00"), ("评选办复核人", "15:00")):
            for case in cases:
                self.act("approve", post, case, day, time)

    def _filled(self, case, name):
        """What the applicant hands in later: the value of another nominee who had it."""
        return next(r[name] for c, r in sorted(self.records.items()) if c != case and r.get(name) is not None)

    def _joint(self):
        cases = self._standing("joint")
        departments = [d for d in DEPARTMENTS if d in self.roles]
        for case in cases:
            for department in departments:
                self.act("approve", department, case, "joint")
        self._let_on("visit")

    def _let_on(self, day):
        """待核：主任书面说明后放行。"""
        for case in self._held():
            self.act("approve", "评选办主任", case, day, "09:00", reason="有关认定尚未出具，先行评审，票决前核清")

    def _visit_and_score(self):
        seed = f"{self.award}{self.year}年度专家抽取"
        self.experts = sorted(_lots(seed, EXPERTS[self.award][1], self.roles["评审专家"]), key=self.roles["评审专家"].index)
        self.act("draw", "评选办经办人", day="visit", time="09:00", stage="expert", drawn=self.experts, seed=seed)
        visited = self._standing("visit")
        for case in visited:
            # 佐证编号抽出三成，种子写明，谁都可以再抽一遍。
            evidence = [f"ZZ-{n:03}" for n in range(1, 11)]
            self.act("draw", "评选办经办人", case, "visit", "09:30", stage="visit", **{"from": evidence}, seed=f"{case}佐证抽查")
        for case in visited:
            for member in self.roles["核查组"]:
                self.act("approve", member, case, "visit")
        self._let_on("letting")
        for case in self._standing("expert"):
            scores = [Decimal(s) for s in self.records[case].get("专家评分") or []]
            # 申请回避的，主任决定之前不打分。
            for expert in self.experts[len(scores):]:
                self.act("recuse", expert, case, "expert", "09:00", reason="与对象所在单位有合作关系")
                self.act("decide_recusal", "评选办主任", case, "expert", "09:00", who=expert, result="granted")
            for expert, score in zip(self.experts, scores):
                self.act("score", expert, case, "expert", points=score)

    def _rank(self):
        # 不是经办的人确认不了排名。
        self.act("confirm", "群众甲", day="rank", time="09:00")
        self.act("confirm", "评选办经办人", day="rank")
        self._settle()
        tied = self._outcomes("tie_open")
        if self.award == "红星工匠":
            self.act("draw", "评选办经办人", day="panel", time="08:30", stage="panel", seed=f"{self.year}年度技能复核抽签")
        self.act("check_in", "计票员", day="panel", time="09:00", present=self.roles["评审委员会"][:9])
        self.act("open_vote", "计票员", day="panel", time="09:30")
        votes = {case: {"yes": 8 - 5 * index, "no": 1 + 5 * index} for index, case in enumerate(sorted(tied))}
        more = {"votes": votes} if votes else {}
        self.act("paper_result", "计票员", day="panel", time="11:00", count={"yes": 8, "abstain": 1}, **more)

    def _vote(self):
        listed = self._standing("vote")
        if not listed:
            return
        self.act("check_in", "计票员", day="vote", time="09:00", present=self.roles["链党委委员"])
        self.act("open_vote", "计票员", day="vote", time="09:30")
        # 末位的票决不过；班组的末位是并列票决选出的，让前一位不过。
        failing = listed[-2:-1] if self.award == "党员先锋班组" else listed[-1:]
        if self.award == "红星工匠":
            self._mark_names(listed, failing)
            return
        votes = {}
        for index, case in enumerate(listed):
            yes = 4 if case in failing else 9 - index % 3
            votes[case] = {"yes": yes, "no": 9 - yes}
        self.act("paper_result", "计票员", day="vote", time="11:00", votes=votes)

    def _settle(self):
        """2026 年度：合议前核清待核的。2025 年度：待核的停在票决前，到归档以取消结案。"""
        for case in self._held() if self.year == 2026 else []:
            for path in self._missing(case):
                field, value = self._answer(case, path)
                self.act("set_data", "系统管理员", case, "settled", reason=f"有关部门函复，补录“{path}”", data={field: value})

    def _answer(self, case, path):
        """What is found in the end: nobody to blame."""
        field, _, component = path.partition("[")
        if not component:
            return field, {"不可抗力认定": "无", "证书核验": "属实", "重大舆情数": 0}.get(field, False)
        name = component.partition(".")[2]
        return field, [row if row.get(name) is not None else row | {name: "无责任"} for row in self.records[case][field]]

    def _mark_names(self, listed, failing):
        seats = {2025: 20, 2026: 24}[self.year]
        good = [c for c in listed if c not in failing]
        for index, member in enumerate(self.roles["链党委委员"]):
            # 每人圈不多于名额的人：前面的都圈，其后六人轮流圈四人，再往后的不圈。
            sure, rest = good[: seats - 4], good[seats - 4:seats + 2]
            turn = rest[index % max(1, len(rest)):] + rest[: index % max(1, len(rest))]
            self.act("cast", member, day="vote", time="10:00", names=sure + turn[:4])
        self.act("close_vote", "计票员", day="vote", time="11:00")

    def _public(self):
        self.act("publish", "评选办经办人", day="public", time="09:00")
        standing = [c for c in self._standing("public") if self.results[c]["outcome"] == "selected"]
        if len(standing) > 3:
            upheld, unfounded = standing[2], standing[1]
            self.act("object", "群众甲", upheld, "objected", named=True, evidence=2, text="申报业绩与实际不符")
            self.act("object", "群众甲", unfounded, "objected", "11:00", named=True, evidence=1, text="职工测评走过场")
            for case in (upheld, unfounded):
                self.act("admit_objection", "纪检监督员", case, "objected", "15:00")
            for member in self.roles["核查组"]:
                self.act("settle_objection", member, unfounded, "unfounded", result="unfounded", reason="调阅测评原始票，程序和票数属实")
            for member in self.roles["核查组"]:
                self.act("settle_objection", member, upheld, "founded", result="founded", reason="业绩材料经核不实")
        self.act("tick", "system", day="end", time="17:30")
        if len(standing) > 3 and self._outcomes("reserve"):
            self.act("fill_reserve", "评选办经办人", standing[2], "reserve")
        # 公示届满、没有牵连的先命名；重新起算的、递补的公示完了再命名，不拖延别的。
        self.act("name", "链党委书记", day="named")
        self.act("tick", "system", day="reserve_end", time="17:30")
        self.act("name", "链党委书记", day="name")
        self.act("archive", "评选办经办人", day="archive")

    def _own_roles(self, case):
        return f", roles: {{红链管家: [{self._steward(case)}]}}" if self.award == "党员示范企业" else ""

    def _all(self, cases, verb, by, day):
        for case in cases:
            self.act(verb, by(case), case, day)

    # 走到哪里了

    def _evaluated(self):
        if not hasattr(self, "_outcomes_of_rules"):
            lines = self._program("evaluate", "--format", "ndjson").splitlines()
            self._outcomes_of_rules = {o["id"]: o["outcome"] for o in map(json.loads, lines)}
        return self._outcomes_of_rules

    def _run(self):
        """The round as far as it has come: one line of NDJSON and one justification for each nominee."""
        with tempfile.TemporaryDirectory() as folder:
            acts = Path(folder) / "acts.yaml"
            self._save(acts)
            out = Path(folder) / "out"
            self._program("run", "--workflow", f"workflows/{self.award}.yaml", "--acts", str(acts), "-o", str(out))
            self.view = json.loads((out / "standing.json").read_text(encoding="utf-8"))
            self.results = {o["id"]: o for o in map(json.loads, (out / "results.ndjson").read_text(encoding="utf-8").splitlines())}

    def _standing(self, stage):
        self._run()
        return sorted((c for c, v in self.view.items() if v["stage"] == stage and not v["held"]), key=self._rank_of)

    def _held(self):
        self._run()
        waiting = ("panel", "joint", "clearance", "autoscore", "recheck_vote", "recheck_public")
        open_facts = {c for c, o in self.results.items() if o["outcome"] == "pending"}
        return sorted(c for c, v in self.view.items() if c in open_facts and v["stage"] in waiting)

    def _rank_of(self, case):
        return (self.results.get(case, {}).get("rank") or 999, case)

    def _outcomes(self, outcome):
        self._run()
        return [c for c, o in self.results.items() if o["outcome"] == outcome]

    def _missing(self, case):
        return self.results[case]["missing"]

    def _program(self, command, *more):
        done = subprocess.run(
            [self.program, command, "--rules", f"rules/{self.year}/{self.award}.yaml",
             "--records", f"examples/{self.year}/{self.award}/records.yaml", *more],
            cwd=self.root, capture_output=True, text=True, check=False)
        if done.returncode > 1:
            raise SystemExit(done.stderr)
        return done.stdout

    # 写出来

    def _save(self, path):
        lines = [f"# {self.award} {self.year} 年示例：从发布通知到归档，谁在何时做了什么。由 scripts/make-acts 生成，不要手改；人名均为虚构。",
                 "", f"award: {self.award}", f"edition: {self.year}", "", "org:", "  people:"]
        lines += [f"    {_flow(k)}: {_flow(v)}" for k, v in self.people.items()]
        lines += ["  superior: {核查组1: 评选办主任}", "  roles:"]
        lines += [f"    {k}: {_flow(v)}" for k, v in self.roles.items()]
        lines += ["", "nominations:"]
        lines += [f"  {c}: {{by: {c}申报人{self._own_roles(c)}}}" for c in self.records]
        lines += ["", "steps:"]
        lines += [f"  - {_flow(step)}" for step in self.steps]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lots(seed, count, box):
    """As the program draws them: those whose SHA-256 of seed, line break and name is smallest."""
    return sorted(box, key=lambda name: hashlib.sha256(f"{seed}\n{name}".encode()).hexdigest())[:count]


def _flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(k)}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return str(value)
    text = str(value)
    return f'"{text}"' if text in ("yes", "no", "on", "off") or any(c in text for c in ":,[]{}#\"'") else text
