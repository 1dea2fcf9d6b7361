"""What a Chinese question is about, when its scope, its question words and its politeness are taken away."""

from __future__ import annotations

import re

import rjieba

from assistant.query import Operation
from assistant.understand.breakdown import in_words_of_forms
from assistant.understand.groups import among, uncounted, unspecified
from assistant.understand.operations import ALL_COUNTED, EACH_ADDED, RATE_OF
from assistant.understand.periods import MARK
from assistant.understand.units import UNIT
from assistant.words.glossary import chinese_terms

_TOTAL_ROW = re.compile("本年(?:收入|支出)[合总]计(?!数)")
"""The row of an account that is called so; its 合计 is no word of asking."""
_EACH = re.compile(
    rf"(?:分别|各自|各|依次)(?:都|又)?(?:(?:是|有|为|占|达到?|办|开|安排|花|列|收|做|搞|出|发|实施)了?)?(?=(?:多少|几)(?:{UNIT}|钱)?)|(?:分别|各自|各)(?=[\u4e00-\u9fff]{{1,2}}了(?:多少|几))|"
    r"(?:分别|各自|各)(?=(?:同比|环比|比(?:[上去前]一?年|20\d\d年))?(?:增长|增加|下降|减少|提高|上升|上涨|降低|回落|变化)了?(?:多少|几|百分))|"
    r"(?:分别|各自|各)的?(?:件数|数量|次数|个数|条数|期数|金额|数字|数据|情况)(?:都?给我(?:列?出来)?|列出来|报(?:一下|给我)|告诉我|是|有|[。？?]|$)+"
)
"""Of things joined: 各办了几期, 各自的件数."""

_OUT_OF = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<!其)(?:当中|之中|里面|里头|中|里)[，,]?(?=(?:办结|办理|答复|处理|审结|结案|整改|采纳)率)"
)
"""申请中办结率 is 申请办结率."""
_POLITE = re.compile(
    rf"^(?:[\s，,。、!！:：{MARK}]*(?:想?(?:请问|请教)(?:一下|下)?|麻烦(?:您|你)?|劳驾|你好|您好|打扰|我(?:叫|姓|是)[\u4e00-\u9fff]{{2,4}}[，,。\s]|帮(?:我|忙)?(?=查|看|找|问|列|算|统计)|我(?:正)?在(?:统计|核对|核算|汇总|查)(?:一下)?|(?:请|能不能|能否|可否|可以)?(?:告诉|告知)(?:我|一下)?|"
    rf"(?:我|俺|咱)?(?:想|要|想要)(?:知道|了解|问问?|查询?|看看?|咨询)(?:一下|下)?|咨询(?:一下|下)|查询?(?:一下|下)|问(?:一下|下|问)|看(?:一下|下|看)|求问|跪求|急|给我(?:列出|说说|讲讲|查查)?|"
    rf"(?:依次|逐[一个项]|分别)?列(?:出|一下|举)|算(?:一下|算|下)|统计(?:一下|下)|说(?:一下|说)|介绍(?:一下|下)?|请(?!示|求)|把(?![关控握脉门柄手戏])|[听据]说|那么|那(?![里些个])|嗯|哦|对了|还有(?!效)|另外|再问|关于|对于|有关|知不知道|知道|你知道|查(?=\s*[{MARK}])|"
    r"(?:小[宝助]手|助手|机器人)))+"
)
_TAIL = re.compile(
    r"(?:[\s，,。、?？!！~～…;；]|吗|呢|吧|啊|呀|来着|[嘞捏呐咧哩啦咯喽噻呗]|(?<![什怎那多])么|嘛|哈|哦|谢谢(?:了|你|您)?|多谢|感谢|急|(?:给我|帮我)?(?:查|看|列|算|说|问|讲)(?:一下|下)|请(?:告知|问|回答)|可以告诉我|的情况)+$"
)
_SOURCE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:[那这]一?[个份篇])(?:年度|工作)?(?:总结|报告|年报|决算|预算)(?:里的?|上的?)?$"
)
"""Where to look, named last: 孤儿几个啊民政局那个总结."""
_REMARK = re.compile(rf"^[{MARK}\s，,]*[^，,。？?—]{{2,12}}[吧吗啊呢呀嘛了][—–-]{{2,}}(?=.*[多少几哪])")
"""What is said before a question is put: 罚得不多吧——行政处罚多少件."""
_THERE_IS = re.compile(
    rf"^[{MARK}\s，,]*(?:手[上里头])?有一?[个项][^，,。？?]{{0,10}}?(?P<thing>[\u4e00-\u9fff]{{2}})[，,](?=.*(?P=thing))"
)
"""A thing spoken of before it is asked for: 手上有个没盖完的工程，在建工程多少."""
_HOW_SHOWN = re.compile(
    rf"^[{MARK}]*(?:根据|按照?|依照?|照着?|依据|据|看)(?:{MARK}|的|年度|财政|部门|政府|工作|决算|预算)*(?:报告|年报|决算|预算|总结|公报)的?(?:数据|口径)?(?:里面?|中|来?看|显示|反映|披露)?[，,]|"
    rf"按照?[{MARK}\d年]+度?的?(?:数据|口径|数字)(?:来)?(?:算|看|说|计算|统计)[，,]?|(?:对比|比较|对照)[{MARK}\d年和与、]+(?:[两三]年)?的?(?:总结|报告|年报|数据)[，,]?|^(?:对比|比较|对照)(?:一下)?[{MARK}\d年和与、]+(?:这?[两三]年)?[，,](?=[^，,]*(?:分别|各))|[（(][^（）()]{{0,14}}(?:总结|年报|年度报告)[）)]|"
    r"[（(][^（）()]*为[正负][^（）()]*[）)]|[（(](?:用|按|以)?百分[比数](?:表示|计|算)?[）)]|[（(]按[^（）()]{2,14}(?:算|计算|口径|排|列)[）)]|[（(][^（）()]*(?:这些|这类|之类|等等|什么的)[^（）()]*[）)]|[（(](?:[跟和与同比按较](?:上一?年|去年|前一?年)[^（）()]{0,10}|[^（）()]{0,6}(?:口径|相比|比|为准)|(?:单位)?(?:万元|元|亿元))[）)]|"
    r"[，,。；;?？]\s*(?:单位(?:是|用|为|都?[：:])?|保留|精确|取整|[一两二]位小数|先说|先讲|先给|按(?:这个|此|上面的?|上述)顺序|两个数字?都要|我要[^，,。]*减|用[^，,。]{1,4}(?:表示|作单位))[^，,。；;？?]*|"
    r"按照?(?:这个|此|上面的?|上述|(?:报告|年报|表格?)(?:里面?|中|上)?的?)?顺序(?:列出?来?|排列?|给出)?|从[多少高低大小]到[多少高低大小](?:给我)?(?:排|列)(?:一下|出来|列)?"
)
"""How the answer is to be written, which says nothing of what it is about."""
_AGENCIES = re.compile(
    r"(?:这|那|上述)?[两俩三四五几](?:家|地|者|个(?:地方|单位|机关|地区|政府|部门|[市县区局])|份(?:年报|报告)?)(?!企业|公司|医院|机构|上市)的?(?:年报|年度报告|报告)?(?:里面?|中|当中|之间|放一?起)?|[这那]件事情?(?=[，,]|$)|[—-]{2,}"
)
"""The agencies named, counted: 这三家, 三个地方的年报."""
_REPORT = re.compile(
    r"(?:根据|按照?|依照?|照着?|从|在|依据)?(?:本|该|这份|其)?(?:政府信息公开|政府)?(?:工作)?(?:(?:年度报告|年报|报告|工作总结|总结)(?:里面?|中|显示|上(?!去|来|报)|内|披露的?|提到的?|说的?|写的?)|[预决]算[书表](?:里面?|[中上]))(?:提到|提出|指出|说|写|写明|显示|[记列登](?:着|的))?的?"
)
_QUESTION = re.compile(
    rf"(?:大概|大约|差不多)?(?:一共|总共|共计|合计|共)?(?:有|是|为|达到?了?|(?:做|冲|干)到了?|占|(?<![举承主协开])办了|花了|(?:超过|突破|接近|逼近)了?)?(?:大概|大约|约|究竟|到底)?(?:多少(?:万|亿)(?=$|[，,。?？\s啊呀呢])|多少|几多|若干|哪几|多不多|高不高|大不大|少不少)(?:个(?![体性])|的)?(?:百分点|百分比|钱|(?:[十百千]?[万亿])?(?:{UNIT}))?|"
    rf"(?:究竟|到底|大概|大约)?几(?=(?:{UNIT}))(?:{UNIT})(?!数(?![字据码])|率)|(?:多少|几)(?:块|元)钱|百分之(?:多少|几)|是多大|多大|[有是]多高"
)
_MARKED = [
    (
        re.compile(
            rf"(?:根据|按照?|依照?|照着?|从|依据|据|由|在)?{MARK}的?(?:年报|年度报告|工作报告|报告)?(?:里面?|中|上|来)?(?:看|讲|说|显示)?(?=[，,])"
        ),
        MARK,
    ),
    (re.compile(rf"^(?:根据|按照?|依照?|照着?|从|依据|据|由|把|将)(?={MARK})"), MARK),
    (re.compile(rf"[（(]{MARK}*(?:年度?|减去?)?(?:报告|年报|数据|口径)?{MARK}*[）)]"), MARK),
    (re.compile(rf"向(?={MARK}(?:提|申|递|[要讨索]|投诉|举报|反映|咨询))"), MARK),
    (re.compile(rf"(?<={MARK})[要讨索]+(?:过|了)?(?:政府)?(?:信息|材料|资料|文件|东西)[，,]"), MARK),
    (re.compile(rf"(?<={MARK})[多少](?=[\u4e00-\u9fff]{{1,3}}?了?(?:多少|几))(?!多少)"), MARK),
    (
        re.compile(
            rf"(?<!占)(?:比|较|与|和|同|跟|(?<![普涉危惠波触])及|、|相[较对]于?|对比)+(?:于)?(?={MARK})"
        ),
        MARK,
    ),
    (
        re.compile(
            rf"(?<={MARK})(?:同期|相比|比较|对比|比(?!例|重)|期间|里(?!程)|内(?![部外陆河需])|中(?![央小国标介医学期心级断止层关])|之中|之间|间(?!接)|全年(?!度)|度(?!假))+"
        ),
        MARK,
    ),
    (re.compile(rf"(?<={MARK})[和与及跟到至对、,，/\\\-~～—\s]+(?={MARK})"), MARK),
    (re.compile(rf"(?<={MARK})这?(?:[两三四五六七八九十]|\d{{1,2}})年(?:间|来|期间)?的?(?!均)"), MARK),
    (re.compile(rf"(?<={MARK})年度?(?![均末初报])|底(?={MARK})"), MARK),
]
_BY_OPERATION: dict[str, str] = {
    "difference": r"是?[多高增升]了?还是[少低减降]了?|(?:相对|较之)?有没有变化|相对(?=$|[，,])|同比|环比|(?:净)?(?:增加|减少|增多|增长|下降|上升|上涨|降低|提高|缩短|缩减|多出|多|少|高|低|快|慢|涨|降|增减|变化|变动|变|差|节省|节约|省下|省|超支|超)(?:量|值|数)?[了是为出]?(?=(?:多少|几))|(?:有|是)?(?:什么|何|怎么|怎样|如何)(?:变化|变动|变)的?|相差|差距|差额|差值|净增(?![一-鿿]{2})|变化|(?:之间|两者|二者|的)的?差|相比|对比|比较|谁的?|哪一?个|(?<=[\u4e00-\u9fff]{2})(?<!多)[多少高低](?=$|[，,?？])",
    "growth": r"同比|环比|的?(?:增长率|增幅|增速|降幅|跌幅|涨幅|(?:增长|下降|变化|变动|增减|涨跌)幅度|变[化动]率)|翻了?(?:多少|几|一)?番|翻了?|(?:大致|大约|差不多)?(?:相当于|等于)|(?:多少|几)倍|(?:增长|上升|下降|提高|降低|增加|减少|上涨|下跌|回落|变化|变动|变|涨|降|增减|多|(?<!多)少)(?:了?(?=多少|几|百分|$|[?？])|(?=(?:是|为|达到?)(?:多少|几|百分)))|相比|倍|几成|情况",
    "share": r"的?(?:占比|比重(?!庆)|比例|份额)|几成|的?百分比",
    "sum": r"[，,]?"
    + EACH_ADDED
    + r"(?:起来|在一起|总)?|[，,]?"
    + ALL_COUNTED
    + r"(?:(?<=进)去)?|(?:各|每)(?:条|种|类|项)(?=[^，,。]{2,12}?的?(?:理由|原因|情形|类型)(?:全部?|都|统统|通通)?(?:加|合))|的?(?:理由|原因|情形|类型)(?=加|合|相加)|(?:全部?|统统|都)(?=相加|加|合)|(?:[两二三四五六七八九十]|\d)[样者](?=合|总|一共|共|加|相)|(?:各|每)(?:小|分)?项加一加|合计|总共|一共|总和|累计|共计|总计|的?总数|的?总量|的?总额|之和|加总|相加|的和(?=是)",
    "average": r"平均(?:下来)?(?:到)?(?:每|一)个?(?:月|季度|年|家)|[月季年]均|每个?(?:月|季度)(?:大约|约)?平均|平均下来|平均|年均|的?均值|每年",
    "rank": rf"[，,?？。]最?[多少高低大小]的(?:那[家个年边])?(?:是|有)?|[，,?？。]那[家个边](?:发|收|办|作出?)?了?|[多少高低大小](?=还是)|还是|(?<={MARK})[多少高低大小](?=$|[，,?？])|(?:谁|哪一?[个家项种类边者方])(?:更|比较|较|的)?[多少高低大小快慢](?=$|[，,?？])|(?:更|比较|较)?(?<=[\u4e00-\u9fff]{{2}})(?<!多)[多少高低大小快慢](?:一些|一点|点|些)?(?=$|[，,?？])|(?:的)?排名(?:情况)?|排序|排行|排第几|排一排|排个?(?:序|名|队)|给我排|[由从][多高大少低小]到[多少高低大小](?:的)?|最[多少高低大小快慢](?:的)?|(?:哪一?[个些]?家?|什么)(?:局|单位|部门|[区县市]{{1,3}}(?![场级委政])|省|镇|乡|街道|机关|地方|地区|政府|机构)|哪家|谁|哪一?[种类项个边方头件]的?|前[二三四五六七八九十\d]+[名位]|居首|第一",
    "trend": r"(?:的)?(?:变化|发展)?(?:趋势|走势)|变化(?:情况|趋势)?|变动(?:情况)?|逐年|历年|起伏|发展情况|各年|每年|如何|怎样|怎么样?|是?(?:怎么|怎样|如何)变(?:化|动)?的?|有?(?:什么|何|哪些)变化",
    "compare": r"有没有|有无|是不是|是否|对比(?:情况|一下)?|比较(?:一下|情况)?|相比|比一比|差异|区别|多还是少|增加还是减少|上升还是下降|(?:更|要|还)?(?<![多])[多少高低大](?=$|[?？]|吗)|怎么样|如何|情况",
    "list": r"由(?=哪|什么|几)|(?:哪[些几]|什么)?[个项种类]?(?:部分|方面)?(?:所?组成|所?构成)(?:的?部分)?|分别|依次|各自|各(?=$|有|是|为|多少|几)|明细|有?(?:哪些|哪几种|哪些种)(?:情形|情况|类型|类别|理由|种类|结果)?|(?:的)?各(?:项|种|类|个)?(?:原因|情形|理由|类型|结果|情况)(?:[和及与](?:件数|数量))?",
    "exists": r"是?(?:对|真)(?:的)?(?=$|[吗么?？])|(?:是|有|为|达到?)?\d[\d,.]*(?:[\u4e00-\u9fff]{1,2})?(?=$|[对吗么?？])|有木有|有没有|有无|是否(?:有)?|是不是(?:有)?|有否|能否|会不会",
    "passage": r"有哪些|是哪些|哪些|是什么|有什么|什么时候|何时|什么|有啥|啥|在?哪里|在?哪儿|哪个|哪位|哪几个|哪[天日月]|哪一[天日月]|哪种|哪类|哪|是谁|谁家|谁|为什么|为何|怎么样?|怎样|如何|何处|何地|何种|多久|多长时间|几月几[日号]|几[月号点]",
}
_BEFORE = re.compile(
    r"^(?:[\s，,。、;；:：\-\\]|一下|的|了(?![解结])|在(?![线校职编建册岗库途运逃用营读园籍])|有(?![效关限机线偿])|是(?!否)|为(?![民企群])|于|共(?![同享青产建治有])|"
    r"论(?![文坛证述])|把(?![关手握])|对(?![外口台比策象])|及(?![时格])|和(?![解谐平])|与(?!会)|跟(?![踪进])|其中|中(?![央小国标介医学期心级断止层关])|里(?![程面头边])|由|一共|总共|共计|全年|合计|累计|关于|它们?的|"
    r"截[至止]?到?(?:目前|年底|年末|12月底|12月31日)|本年度?(?![新增制废处办收公]))+"
)
_AFTER = re.compile(
    r"(?:[\s，,。、;；:：?？!！]|的|又|(?<=[一-鿿]{2})(?<![需主重必简纪摘概提机首只想将索])要|(?<!为)了|(?<!存)在|(?<!但)是|(?<![国所公私持没])有|(?<![行作认成])为|(?<![由等属位])于|(?<!公)共|(?<![总缓饱])和|(?<!参)与|跟|"
    r"(?<![表传直送])达|占|(?<![集高初正空命适])中|(?<=[一-鿿]{2})里|方面|一下)+$"
)
_MUST = "(?:一共|总共|每年|需要?|要|应?该|得)+[交缴]纳?了?(?=多少|几)"
_PAYS = (re.compile(f"(?<=保险|年金|积金|医保|社保){_MUST}"), re.compile(f"(?<=[费税款]){_MUST}"))
"""What is paid into a fund is called so (年金要交多少); a charge is paid in any case."""
_SPENDS = re.compile("(?<=[花用费])(?P<asks>了?多少)(?:经费|资金|费用)(?=[？?。，,\\s]|$)")
"""What is spent is money, whatever it is called: 花了多少经费."""
_DONE = re.compile(r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]了(?=多少|几)")
_DEALT = {"办掉": "办结", "办完": "办结"}
_AFTERWARDS = re.compile(
    rf"^(?P<marks>[{MARK}]*)[\u4e00-\u9fff“”]{{2,10}}(?:之后|以后|过后|后)[，,](?=[{MARK}]*[\u4e00-\u9fff]{{4}})"
)
"""The occasion that a question opens with: 疫情过去后，…"""
_IN_BRACKET = re.compile(r"(?P<said>[^（）]{2,})(?<![乡镇村县市区])（(?P<name>[^（）]{2,12})）")
"""A name in brackets; behind a place's rank it is but another rank: 乡镇（街道）."""
_SUCH_AS = re.compile(r"(?P<before>.*?[\u4e00-\u9fff]{2})[这那]类的?(?P<name>[\u4e00-\u9fff]{3}.*)")
"""Between one that is of a class and the class's name."""
_WHETHER = re.compile("有没有|有无|是否有?|是不是有?")
_PLACE = ("上", "里", "内", "中", "费")
_JOINT = re.compile(r"(?:[\s，,。、;；:：?？]|(?<!为)了|(?<!但)是|(?<![国所公私持没])有|(?<![行作认成])为)+$")
_TITLED = re.compile(r"“([^“”]{4,})”(?=[\u4e00-\u9fff])")
"""A name in quotation marks does not run into the word after it."""
_INNER = re.compile(
    r"变[短长多少高低快慢大小]了?(?=[，,])|(?:(?:这|近|最近)[几两三]年)?(?:[涨降升跌增减多少]|增加|减少|增长|下降|上升)得?[很挺太]?(?:厉害|明显|[快猛])[了吗]?(?=[，,。?？]|$)|"
    r"(?<=》)(?:这[个档])?(?:节目|栏目|专栏|专题)(?!数)|^同样?是|自己的|各自(?!然)(?:的)?|实际(?=用于|花在|用在|新增|新建|新开|完成|建成|改造|加装|办理|开工|竣工)|(?<!罢)(?<!为)了(?!解|结|断)|加起来|加在?一[起块]|合起来|合在一起|一共|总共|共计|累计|全年(?!度)|(?<=[理到处收办展开布出])过(?=[的多少几了?？]|$)"
)


def strip(text: str, operation: Operation) -> str:
    """Given simplified Chinese whose years and names are marked, and its operation, return its measure.

    What distinguishes stays: breakdowns (自然人), verbs (受理, 查处), labels of the forms (上年结转).
    """
    return in_words_of_forms(in_its_own_words(text, operation), counted=operation != "passage")


def in_its_own_words(text: str, operation: Operation) -> str:
    """Given the same, return its measure in the words of the question: 企业, which the forms call 商业企业."""
    text = _THERE_IS.sub(MARK, _REMARK.sub(MARK, text))
    text = re.sub(rf"(?:[啊呀哦吧呢嘛嘞捏呐咧哩啦咯喽噻呗]|来着)+(?=$|[{MARK}，,?？])", MARK, unasked(text))
    text = _EACH.sub(MARK, _TOTAL_ROW.sub(r"\g<0>数", text))
    if operation not in ("passage", "exists", "compare"):
        text = _WHETHER.sub(MARK, text)
    if operation in ("sum", "rank"):
        text = unspecified(text, MARK)
    if operation == "rank":
        text = among(text)
    for pattern, instead in _MARKED:
        text = pattern.sub(instead, text)
    if operation == "rate":
        text = RATE_OF.sub(lambda rate: f"{_DEALT.get(rate['done'], rate['done'])}率", text)
        text = _OUT_OF.sub("", text)
    if operation in ("sum", "list") or (operation in ("rank", "average") and "、" not in text):
        text = uncounted(text, MARK)
    if operation == "sum":
        text = re.sub(
            rf"(?:^|(?<={MARK}))[以按]?(?P<how>[^，,]{{4,10}}?)(?:方式|结果)?答复的?(?=[^数率\u4e00-\u9fff]|$)",
            r"\g<how>",
            text,
        )
    if operation in _BY_OPERATION:
        text = re.sub(_BY_OPERATION[operation], MARK, text)
    if operation not in ("passage", "exists"):
        text = _AFTERWARDS.sub(r"\g<marks>", text)
    text = _PAYS[1].sub(MARK, _PAYS[0].sub("缴费", _SPENDS.sub(r"\g<asks>钱", text)))
    text = _QUESTION.sub(MARK, _verbs_apart(text))
    if operation not in ("passage", "exists"):
        text = re.sub(r"(?:是|有|为)?(?:什么|哪些|怎么样|如何)", MARK, text)
    text = _INNER.sub(MARK, text)
    text = (
        re.sub(r"[?？!！。\"“”「」『』]", "", _TITLED.sub(r"\1 ", text))
        if operation != "passage"
        else re.sub(r"[?？!！。]", "", text)
    )
    return _by_its_name(_said_once(_trim(_joined(text))))


def _by_its_name(measure: str) -> str:
    """A measure with the name of a thing alone, where an example or everyday words stand beside it: 律所这类法律服务机构,
    花在人头上的钱（人员经费）."""
    bracket = _IN_BRACKET.fullmatch(measure)
    if bracket and bracket["name"] in chinese_terms() and bracket["said"] not in chinese_terms():
        return bracket["name"]
    if such := _SUCH_AS.fullmatch(measure):
        *before, _one = rjieba.cut(such["before"])
        return "".join(before) + such["name"]
    return measure


def _said_once(measure: str) -> str:
    """The one thing of which a measure says with two verbs what two agencies did: 发布的政策解读 制作的政策解读."""
    parts = measure.split(" ")
    things = {part.rpartition("的")[2] for part in parts if "的" in part}
    return (
        things.pop()
        if len(parts) == 2 and len(things) == 1 and all("的" in part for part in parts)
        else measure
    )


def of_agencies(text: str) -> str:
    """Given the words of a question that names several agencies, return them without what counts these."""
    return _AGENCIES.sub(MARK, text)


def _verbs_apart(text: str) -> str:
    """The text with a space before a verb of one character that 了 makes a word of its own: 网站上 开了多少个."""
    for match in reversed(list(_DONE.finditer(text))):
        *_, before, verb, _le = ("", "", *rjieba.cut(text[: match.end()], False))
        if len(verb) == 1 and (len(before) > 1 or before in _PLACE):
            text = f"{text[: match.start()]} {text[match.start() :]}"
    return text


def unasked(text: str) -> str:
    """Given simplified Chinese, return it without politeness before and after, and without 年报中."""
    text = _REPORT.sub(MARK, _SOURCE.sub(MARK, _HOW_SHOWN.sub("", text)))
    return _TAIL.sub("", _POLITE.sub("", text))


def _joined(text: str) -> str:
    """The parts between marks put together again, without what hung on the word between them, and with a space
    where a question word stood: 开了多少个专栏 has the words 开 and 专栏."""
    *parts, last = [part for part in (_JOINT.sub("", part) for part in text.split(MARK)) if part] or [""]
    return " ".join((*parts, last))


def _trim(text: str) -> str:
    previous = None
    while previous != text:
        previous, text = text, _AFTER.sub("", _BEFORE.sub("", text))
    return text
