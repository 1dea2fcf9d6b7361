"""Agencies and places that are not held, told by how Chinese names of agencies are built."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from assistant.understand.agencies import known
from assistant.understand.names import GENERAL
from assistant.understand.periods import MARK

_HAN = "[\u4e00-\u9fff]"
_FOLLOW = (
    rf"(?=$|[{MARK}\\s，,。？?、；：:（(]|的|在|一共|总共|共(?!同|享|青)|有(?!关|效)|于|全年|受理|收到|接到|办理|查处|公布|公开|发布|处理|作出|做出|"
    r"制定|新收|召开|举办|开展|报送|主动|累计|去年|今年|行政|政府信息|[和与及跟比呢同占]|相[比较]|多少|几|哪|谁|什么|怎么|是|存在|采取|"
    r"依申请|依法|提出|提交|递交|收取|完成|组织|年报|年度|罚|办结|规范性|预算|决算|投诉|不予|予以|信息公开|支出|收入|三公|“|\"|预|结转|工作|年|[多少高低快慢](?:出|了|多少|几|百分|吗|[?？]|$))"
)
APPLIED = re.compile(
    r"提出|提交|递交|申请|申领|要求|投诉|举报|反映|咨询|索取|索要|[要讨](?:过|了)?(?:政府)?(?:信息|材料|资料|文件|东西|数据)"
)
"""What people do to the agency that reports it: after 向, its name is that of the reports' owner."""
_OTHER_ACTS = r"(?!采用|采纳|通报|印发|转发|批复|表彰|要求|部署|下发|出台|领导|关于|文件|通知|意见|考核|督查|授予|评为|门户|网站|网|长|级|场|民|域|员|的(?:要求|通知|意见|部署|文件|领导|统一))"
_ASKING = r"(?:还是|是|相当于|和|与|及|跟|比|同|较|在|查|问|看|请问|关于|对于|想知道|了解|那|那么|、|按照?|(?<!日)照着?|依照?|根据|依据|把|将|就)"
_IN_PLACE = r"(?:(?![和与及跟比的在、占])[\u4e00-\u9fff]|(?<=共)和|和(?=平区|田|县|龙|顺|政|硕|静))"
_NO_PLACE = r"(?!第[一二三四五六七八九十\d]|是|占|相当于|根据|依据|按照?|依照|照|把|将(?!乐)|从(?!化|江)|还是|关于|对于|请问|问|看|说说|全|各|本|我|你|咱|您|这|此|贵(?!州|阳|港|溪|池|定)|那(?!曲|坡)|该|辖|每|某|哪|多|几|城市|都市|超市|上市|门市|社区|小区|景区|园区|地区|片区|辖区|城区|山区|城镇|乡镇|乡村|区县|县区|市区|市县|县市|省市|区市)"
_ENDS = "委员会|办公厅|办公室|法院|检察院|街道办事处|街道办|街道|分局|总局|支队|大队|总队|大学|学院|医院|公司|集团|研究院|研究所|银行|管委会|派出所|委员会|监狱|海关|协会|学校|中学|小学|公积金中心|服务中心|局|厅"
_FIELDS = frozenset(
    (
        *("城建", "基建", "党建", "共建", "城镇", "城市", "都市", "河湖", "湖泊", "海洋", "离岛", "平原", "台风", "馆藏"),
        *("惠及", "普及", "新建", "关联", "入园", "开园", "加密", "上云", "上岗", "上市", "入河", "治本"),
    )
)  # fmt: skip
"""Fields of work, places of a kind and deeds, that the dictionary has as places."""
_NO_NAME = re.compile(
    r"[哪几谁啥怎了着挨让]|什么|多少|(?:布|格|全|大|当|结|破|开|时|棋|困|僵)局$|打算|计划(?!生育)|新[增建开设]|^(?:外国|国外|境外|海外|国际)$|入驻|进驻|位于|设[在立有]|选[在址]|(?:超|上|股|楼|夜|菜)市$|[乡村集]镇$|"
    r"[能可会]省$|[东欧非联同结加]盟$|(?:[东南西北]{1,2}[方部]|东北|西南|中部|沿海|内陆|周边|农村|欠发达|贫困|民族)地区$|(?:花园|智慧|海绵|文明|中心|省会|卫星|历史|森林|大|中|小|副)城市$|^(?:绿色|零碳|低碳|智慧|数字|特色|重点|示范|产业|工业|科技|物流|农业|化工|园林|[千百]亿级?|[省国市]级|自治区级)+园区$|^(?:大|小|好|老)?(?:医院|学校|银行)|(?:小|社|景|辖|片|街|校|灾|院|厂|军|学|专|灌|库|疫|服务|体验|展示|办事|自助|等候|保护|功能|居住|商务|旅游|核心|中心|主城)区$|(?:客|餐|大|展|音乐)厅$"
)
_DOING = re.compile("推动|推进|支持|帮扶|实施|新增|完成|建成|带动|促进|引导|助力|获评")
"""A deed, and no name: 推动县中托管帮扶县扩大."""
_OPENNESS = re.compile(r"(?:政务|政府信息|信息)公开(?:工作)?(?:领导小组)?办")
"""A government's office for its openness, of which the government's own report tells."""
_DOES = re.compile(r"办的|建(?:设|成|了|起)")
"""After a place, what it does: 平潭办的申请 is of no office."""
_WATER = re.compile(r"..+[河湖]$")
_GENERAL = re.compile(
    r"的[^局厅]*(?:银行|医院|公司|集团|大学|学院|学校|中学|小学|研究院|研究所|协会|海关|法院)"
)
"""After a place, what is in it, and no agency of that name: 广东的银行."""
_NO_BODY = r"(?![和与及跟、比])(?!大局|结局|布局|格局|全局|当局|服务大厅|办事大厅|大厅|政务大厅)"


def agency_at(text: str, place_end: int) -> int | None:
    """Given a text in which a place ends at `place_end`, return where the longer name ends of which that
    place is only the beginning (淮安市|教育局, 淮安市|清江浦区), or None."""
    after = text[place_end:]
    for pattern in (_other_rank(), _lower_place(), _body(), _some_body(), _short_body()):
        match = pattern.match(after)
        if match and _GENERAL.fullmatch(match.group()):
            return None
        if match and match.end() and _is_name(match.group()) and not _DOES.match(after):
            return place_end + match.end()
    return None


def outsider(text: str) -> tuple[int, int] | None:
    """Given a text whose known names are blanked, return the span of the first agency or place that stands
    where the reports' owner does, or None."""
    for start in _openings(text):
        end = _outsider_at(text, start)
        if (
            end is not None
            and _is_name(text[start:end])
            and (text[:start][-1:] != "向" or APPLIED.match(text, end))
        ):
            return start, end
    return None


def _is_name(written: str) -> bool:
    """Whether it may be an agency's name with a report of its own: no clause that happens to end like one
    (打算让哪家医院), no place that is no district (超市, 小区), and no office for openness."""
    return not (_NO_NAME.search(written) or _OPENNESS.match(written) or _DOING.match(written))


def _openings(text: str) -> list[int]:
    """Where an owner may be named: at the beginning, after a year, a mark or a word of asking."""
    return [match.end() for match in re.finditer(rf"^|[{MARK}\s，,。？?；;：:]|{_ASKING}|向", text)]


def _outsider_at(text: str, start: int) -> int | None:
    after = text[start:]
    if not re.match(rf"(?!向(?!阳)){_HAN}", after):
        return None
    for pattern in (_ranked_place(), _lone_body(), _some_agency()):
        match = pattern.match(after)
        if match:
            return start + match.end()
    return _plain_place(after, start)


def _plain_place(after: str, start: int) -> int | None:
    """A place without its rank, as the dictionary knows it: 沈阳, 上海教育局."""
    run = re.match(rf"{_HAN}{{2,12}}", after)
    words = rjieba.tag(run.group()) if run else []
    if words and words[0][0] in _FIELDS:
        return None
    if words and _WATER.match(words[0][0]):
        return None
    if not words or words[0][1] not in ("ns", "nr", "nrt", "nz", "nt") or len(words[0][0]) < 2:
        return None
    end = start + len(words[0][0])
    rest = after[len(words[0][0]) :]
    body = _body().match(rest) or _some_body().match(rest)
    if body:
        return end + body.end()
    sure = words[0][1] == "ns" and re.match(_FOLLOW + _OTHER_ACTS, rest)
    return end if sure or rest[:1] == MARK else None


@cache
def _bodies() -> str:
    names = {name for body in known().bodies for name in body.names} - {"政府"}
    return "|".join(sorted(names, key=len, reverse=True))


def _government() -> str:
    return r"(?:人民)?政府(?!门户|网|信息|公报|采购|购买|投资|债|专项|性基金|规章|文件|工作报告|服务|新媒体|热线|数据|常务|收费|预算|决算|集中|质量奖)"


@cache
def _ranks() -> str:
    return "|".join(rank for rank in known().place_ranks if rank != "街道")


def _place() -> str:
    return rf"{_NO_PLACE}{_IN_PLACE}{{1,7}}?(?:{_ranks()})(?![场民级域政委长容直属村镇](?!府|办|区委))"


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:{_bodies()}|{_government()}){_OTHER_ACTS}")


@cache
def _some_body() -> re.Pattern[str]:
    return re.compile(rf"{_NO_BODY}{_HAN}{{1,10}}?(?:{_ENDS}){_OTHER_ACTS}{_FOLLOW}")


@cache
def _other_rank() -> re.Pattern[str]:
    """平潭|县政府: the name is ours, the rank is not."""
    ranks = rf"(?:{_ranks()})(?![场民级域政委长容直属村镇](?!府|办|区委))"
    return re.compile(rf"{ranks}(?:{_bodies()}|{_government()}|{_FOLLOW}){_OTHER_ACTS}")


@cache
def _short_body() -> re.Pattern[str]:
    return re.compile(rf"[局委厅办]{_FOLLOW}")


@cache
def _lower_place() -> re.Pattern[str]:
    return re.compile(rf"(?:{_place()})+(?:{_bodies()}|{_government()}|{_FOLLOW}){_OTHER_ACTS}")


@cache
def _ranked_place() -> re.Pattern[str]:
    body = rf"(?:{_bodies()}|{_government()}|{_HAN}{{1,10}}?(?:{_ENDS})(?:{_FOLLOW})|{_FOLLOW})"
    return re.compile(rf"(?:中共)?(?:{_place()})+{body}{_OTHER_ACTS}")


@cache
def _lone_body() -> re.Pattern[str]:
    names = [name for name in _bodies().split("|") if len(name) > 2 and name not in GENERAL]
    ranked = rf"[省市区县镇乡](?:{_bodies()}|{_government()})"
    return re.compile(rf"(?:{ranked}|{'|'.join(names)}){_OTHER_ACTS}(?:{_FOLLOW})")


@cache
def _some_agency() -> re.Pattern[str]:
    return re.compile(
        rf"(?:国务院(?:办公厅)?|中共中央|{_NO_PLACE}{_NO_BODY}{_HAN}{{2,12}}?(?:{_ENDS})){_OTHER_ACTS}(?=$|[{MARK}的在]|一共|总共|受理|办理|收到)"
    )
