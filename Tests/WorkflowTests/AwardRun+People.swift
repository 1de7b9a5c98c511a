extension AwardRun {
  /// Everybody is invented.
  static let people = """
    org:
      people:
        ent_a: {name: 甲某, company: 晨曦航材, title: 党务专员}
        ent_b: {name: 乙某, company: 云岭精密, title: 党务专员}
        ent_c: {name: 丙某, company: 远山复材, title: 党务专员}
        sec_a: {name: 丁某, company: 晨曦航材, title: 党支部书记}
        sec_b: {name: 戊某, company: 云岭精密, title: 党支部书记}
        sec_c: {name: 己某, company: 远山复材, title: 党支部书记}
        guide: {name: 庚某, title: 红链管家}
        office1: {name: 辛某, title: 评选办经办人}
        office2: {name: 壬某, title: 评选办复核人}
        director: {name: 癸某, title: 评选办主任}
        vice: {name: 子某, title: 评选办副主任}
        jiwei: {}
        gongan: {}
        fayuan: {}
        shuiwu: {}
        yingji: {}
        huanbao: {}
        shichang: {}
        renshe: {}
        baomi: {}
        xinfang: {}
        haiguan: {}
        v1: {}
        v2: {}
        e1: {}
        e2: {}
        e3: {}
        e4: {}
        e5: {}
        e6: {}
        e7: {company: 晨曦航材}
        p1: {}
        p2: {}
        p3: {}
        m1: {}
        m2: {}
        m3: {}
        m4: {}
        m5: {}
        m6: {company: 云岭精密}
        teller: {}
        monitor: {}
        chief: {}
        admin: {}
        citizen: {}
        zhian: {company: 晨曦航材}
      superior: {v1: director}
      roles:
        评选办: [office1, office2, director]
        评选办经办人: [office1]
        评选办复核人: [office2]
        评选办主任: [director]
        评选办副主任: [vice]
        系统管理员: [admin]
        纪检监督员: [monitor]
        推荐单位: [sec_a, sec_b, sec_c]
        红链管家: [guide]
        纪检监察: [jiwei]
        公安: [gongan]
        法院: [fayuan]
        税务: [shuiwu]
        应急: [yingji]
        生态环境: [huanbao]
        市场监管: [shichang]
        人社: [renshe]
        保密部门: [baomi]
        信访: [xinfang]
        海关: [haiguan]
        核查组: [v1, v2]
        评审专家: [e1, e2, e3, e4, e5, e6, e7]
        评审委员会: [p1, p2, p3]
        链党委委员: [m1, m2, m3, m4, m5, m6]
        链党委书记: [chief]
        计票员: [teller]
    nominations:
      c1: {by: ent_a}
      c2: {by: ent_b}
      c3: {by: ent_c}
    steps:
      - {do: start, by: office1, at: "2025-12-01T09:00"}
      - {do: publish, by: office1}
    """

  static let departments = [
    "jiwei", "gongan", "fayuan", "shuiwu", "yingji", "huanbao", "shichang", "renshe", "baomi", "xinfang", "haiguan",
  ]
}
