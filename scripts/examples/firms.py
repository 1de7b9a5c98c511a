"""The invented chain: who stands where, how big, owned by whom. The serial makes the credit code."""

from dataclasses import dataclass

from .numbers import credit_code


@dataclass(frozen=True)
class Firm:
    name: str
    serial: int
    role: str
    size: str
    ownership: str
    staff: int

    @property
    def code(self):
        return credit_code(self.serial)


_TABLE = """
赣岳直升机总装有限责任公司   11 主机厂所 大型 国有 3860
长空旋翼机设计研究院         12 主机厂所 大型 国有 2140
赣岳航空动力试验研究所       13 主机厂所 大型 国有 1275
天枢航空结构件集团有限公司   14 链主企业 大型 国有 1690
玉衡航电系统有限公司         15 链主企业 大型 混合 1120
开阳复合材料股份有限公司     16 链主企业 大型 混合 1034
摇光航空装备股份有限公司     17 链主企业 大型 民营 1208
天璇传动系统股份有限公司     18 链主企业 中型 民营 640
星辰航空部件有限公司         1  配套企业 中型 民营 212
云岭复材科技有限公司         3  配套企业 小型 民营 86
北湖精密铸造有限公司         5  配套企业 小型 民营 64
鹤鸣机电有限公司             21 配套企业 中型 民营 318
青梧精密机械有限公司         22 配套企业 中型 民营 265
朗峰液压技术有限公司         23 配套企业 中型 国有 402
沐风航空紧固件有限公司       24 配套企业 小型 民营 148
砺石热处理有限公司           25 配套企业 小型 民营 73
听涛无人机科技有限公司       26 配套企业 小型 民营 121
碧涧表面处理有限公司         27 配套企业 小型 外资 96
重山锻造有限公司             28 配套企业 中型 国有 356
晴川线缆组件有限公司         29 配套企业 中型 外资 289
素川传感技术有限公司         30 配套企业 小型 民营 110
白鹭航空内饰有限公司         31 配套企业 中型 外资 334
望岳模具有限公司             32 配套企业 小型 民营 92
鸣泉钣金制造有限公司         33 配套企业 中型 混合 276
凌波导航仪器有限公司         34 配套企业 中型 国有 387
丹崖特种焊接有限公司         35 配套企业 小型 民营 68
瑶溪轴承有限公司             36 配套企业 中型 民营 420
远岫航空标准件有限公司       37 配套企业 中型 混合 301
松涛检测技术有限公司         38 配套企业 小型 国有 82
扶摇旋翼科技有限公司         39 配套企业 小型 民营 134
澄江密封件有限公司           40 配套企业 微型 民营 19
飞廉风洞测试有限公司         41 配套企业 小型 混合 57
竹溪电子装联有限公司         42 配套企业 中型 外资 468
石门数控装备有限公司         43 配套企业 中型 民营 236
银杏航空玻璃有限公司         44 配套企业 中型 国有 312
东篱橡塑制品有限公司         45 配套企业 微型 民营 26
南浦工装技术有限公司         46 配套企业 小型 民营 78
西岭增材制造有限公司         47 配套企业 小型 民营 102
寒山燃油附件有限公司         48 配套企业 中型 国有 344
金谷航空座椅有限公司         49 配套企业 中型 民营 255
芦荻航空维修有限公司         50 配套企业 中型 混合 290
云帆航空物流服务有限公司     51 协会及服务机构 小型 民营 88
启明工业设计服务有限公司     52 协会及服务机构 微型 民营 24
蓝天检验认证服务有限公司     53 协会及服务机构 小型 国有 65
"""


def _read(line):
    name, serial, role, size, ownership, staff = line.split()
    return Firm(name, int(serial), role, size, ownership, int(staff))


ALL = [_read(line) for line in _TABLE.strip().splitlines()]


def firm(start):
    """The firm whose name begins so."""
    (found,) = [f for f in ALL if f.name.startswith(start)]
    return found
