"""What a question wants of an answer: the things that it must name, its kinds, and what it must list or count."""

from __future__ import annotations

import pytest

from assistant.quote.focus import foci, names
from assistant.quote.lists import Whole
from assistant.quote.wanted import Wanted, wanted
from assistant.words.kinds import asked_for
from assistant.words.topic import cleaned
from corpus.report import Citation, Paragraph, Report, Section


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("哪个项目列入了全国典型？", ()),  # it has a name of its own
        ("明年准备从哪些方面发力？", ()),  # after 方面 stands what is done there
        ("那本手册是哪个局编的？", ()),  # the kind of answer says that an agency is asked for
        ("这种事打算怎么收拾？", ()),
        ("平时怎么一起管噪音？", ()),
        ("怎么抢救古树？", ("抢救",)),
        ("获奖的是哪几家药店？", ("药店",)),
        ("改造的是哪两座大桥？", ("大桥",)),
        ("培训用了什么新花样？", ()),
        ("市场在哪条路上？", ("路上",)),
    ],
)
def test_what_an_answer_must_name(question: str, things: tuple[str, ...]) -> None:
    assert foci(question) == things


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("环保举报热线是多少号，电话多少？", "hotline"),
        ("年报的联系电话是多少？", "phone"),
        ("局里的传真是多少？", "fax"),
        ("今年的补助怎么跟去年一样？", "why"),
        ("收入怎么反倒少了？", "why"),
        ("建这座桥图个啥？", "purpose"),
        ("年报去哪里下？", "website"),
        ("怎么定义公务接待？", "meaning"),
        ("是哪个所评上的？", "unit"),
        ("查出的问题为什么还剩一个没改完？", "why"),
        ("决算是谁向县人大常委会报告的？", "person"),
        ("法律顾问姓什么？", "person"),
        ("渠系几时动工？", "when"),
        ("窗口几时开门？", "hour"),
        ("水费怎么涨了？", "why"),
        ("经费怎么没用完？", "why"),
        ("为什么要建水文馆？", "aim"),
    ],
)
def test_kinds_in_everyday_words(question: str, kind: str) -> None:
    assert [one.name for one in asked_for(question)] == [kind]


@pytest.mark.parametrize(
    "question",
    [
        "拆违项目的年度目标是什么？",
        "督察发现的问题整改到哪一步了？",
        "给困难群众办了哪些实事？",
        "怎么增加农民收入？",
    ],
)
def test_words_that_only_look_like_a_kind(question: str) -> None:
    assert not asked_for(question)


def test_an_aim_is_told_as_one() -> None:
    asked = _asked("拆违的年度目标是什么？")
    assert asked.given("年度目标为新增违建零增长。")
    assert not asked.given("工作安排要严密组织，确保拆违有序实施。")


def test_who_does_a_thing_is_told_by_no_title_and_by_no_every_office() -> None:
    asked = _asked("水质信息由哪个部门负责公开？")
    assert asked.given("市生态环境局公开水质信息。")
    assert not asked.given("制定《云泽县水务局水质公开办法》，明确各处室职责。")
    assert _asked("水务“一件事”合并了哪些部门的事？").given("整合税务、供水等3个部门的事项。")


def test_a_place_is_no_numbered_rocket_and_no_layer_of_society() -> None:
    asked = _asked("水上运动会在哪里举行？")
    assert asked.given("水上运动会设主会场于云泽湖，副会场为松涛路8号。")
    assert not asked.given("水上运动会圆满举行，云雀三号快艇首航，基层面貌一新。")


def test_what_was_not_done_is_told_as_such() -> None:
    asked = _asked("哪些指标没达到预期？")
    assert asked.given("清淤、绿化两个指标没有达到预期。")
    assert not asked.given("清淤、绿化两个指标均达到预期。")


def test_the_number_of_an_item_is_nothing_that_a_reason_is_given_of() -> None:
    assert _asked("拆违为什么协调慢？").given("二是因职能划转，拆违不归我局管理，存在协调不畅的问题。")


def test_what_is_wanting_is_not_how_something_was_done() -> None:
    asked = _asked("药品配送是怎么做的？")
    assert asked.given("药品配送由卫生院每周送到村。", ("一、工作情况",))
    assert not asked.given("药品配送有待加强。", ("五、存在的不足及改进情况",))


def test_what_money_is_spent_on_and_why_something_is_not_done() -> None:
    assert _asked("国债资金用在什么项目上？").given("争取国债资金57万元实施堤坝加固项目。")
    assert _asked("执法队为什么没有单列预算？").given("需要说明的是，执法队与局本部合署办公，不单列预算。")


def test_where_somebody_is_from_is_no_place() -> None:
    assert not asked_for("请的是哪儿的专家？")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("咨询电话：0999-1234567。", True),
        ("畅通12345热线，反映诉求。", False),  # the hotline of the city is not the office's telephone
        ("安排经费114.00万元。", False),
    ],
)
def test_a_telephone(text: str, given: bool) -> None:
    assert _asked("林业局的电话是多少？").given(text) is given


def test_a_heading_of_what_is_mended_heads_no_problems() -> None:
    asked = _asked("工作中有哪些短板？")
    assert asked.given("队伍力量薄弱。", ("三、存在的短板",))
    assert not asked.given("新建农村公路150公里。", ("（四）补齐基础短板",))


def test_how_many_wants_a_number() -> None:
    asked = _asked("政务公开在考核里占多少分？")
    assert asked.given("政务公开占考核总分的4分。")
    assert not asked.given("把政务公开工作纳入绩效考核体系。")


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("在甲镇、乙镇先行试点，编制完成26个领域的清单。", False),
        ("完成燃气、自建房、学校食堂等6个领域整治。", True),
        ("2025年领域安排：新建驿站6处；打造小区20个；开通小程序。", True),
    ],
)
def test_which_ones_are_not_told_by_their_count(text: str, lists: bool) -> None:
    assert _asked("都是哪些领域？").lists(text) is lists


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("绩效自评发现了什么问题？", ["绩效"]),  # by what the problems were found
        ("水窖维修经费为什么比2024年少？", ["水窖", "维修", "经费"]),
        ("决算在哪个网站能看到？", []),  # it is the report itself
        ("水窖台账在哪个网站能看到？", ["水窖", "台账"]),
    ],
)
def test_of_what_an_answer_must_be(question: str, words: list[str]) -> None:
    measure = question.replace("为什么比2024年", " ").replace("了什么", " ").replace("哪个", " ").strip("？")
    assert [term.word for term in wanted(question, measure).topic] == words


def test_a_line_of_a_glossary() -> None:
    assert _asked("什么叫“小水窖”？").given("小水窖：指容积不足10立方米的水窖。")
    assert not _asked("什么叫“小水窖”？").given("小水窖：指导村民维修30口。")


def test_an_english_question_may_name_an_agency_in_chinese() -> None:
    asked = "Which proposal of the forestry bureau (云岭市林业局) was rated excellent?"
    assert cleaned("优秀 提案", asked) == "优秀 提案"


@pytest.mark.parametrize(
    ("question", "said", "quote"),
    [
        (
            "下一步怎么改进？",
            "今后将狠抓公开工作。",
            "今后将狠抓公开工作。一是丰富形式。二是组织培训。",
        ),
        (
            "有疑问找谁，邮箱多少？",
            "联系地址：松涛路8号，邮箱：lin@example.cn。",
            "如有疑问，请与林业局办公室联系。联系地址：松涛路8号，邮箱：lin@example.cn。",
        ),
    ],
)
def test_the_whole_that_a_sentence_is_part_of(question: str, said: str, quote: str) -> None:
    paragraph = Paragraph("p1", quote)
    section = Section("s1", ("其他",), (paragraph,))
    report = Report("r1", "云岭市林业局", 2022, "年报", "年报", (section,), "r.txt", "0" * 64)
    start = quote.index(said)
    citation = Citation(
        "r1", "云岭市林业局", 2022, "年报", ("其他",), "p1", said, span=(start, start + len(said))
    )
    (found,) = Whole(report, _asked(question)).of(citation)
    assert found.quote == quote


def _asked(question: str) -> Wanted:
    return wanted(question, question)


@pytest.mark.parametrize(
    ("text", "thing", "named"),
    [
        ("位于桂花路的市场开业。", "路上", True),
        ("市场的发展思路、线路和街道面貌一新。", "路上", False),
        ("云泽酵母“发酵技术”获省科技进步奖。", "企业", True),
        ("我市企业获省科技进步奖。", "企业", False),
        ("县政务公开办公室被评为先进集体。", "荣誉", True),
        ("县政务公开办公室组织培训3次。", "荣誉", False),
        ("获批省级农民创业园。", "园区", True),
        ("组织园林绿化培训。", "园区", False),
    ],
)
def test_whether_a_text_names_such_a_thing(text: str, thing: str, named: bool) -> None:
    assert (names(text, thing) > 0) is named


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("自查发现的问题，为什么还剩一个没整改完？", True),
        ("自查为什么发现这么多问题？", False),
        ("提案为什么都按时答复了？", False),
    ],
)
def test_a_reason_is_of_what_is_asked(question: str, given: bool) -> None:
    said = "开展自查3次，发现问题26个，整改25个，剩余1个因系统升级延期完成。办理提案16件。"
    assert _asked(question).given(said) is given


def test_a_prize_is_that_of_its_level_and_grade() -> None:
    assert _asked("哪家企业拿了国家科技进步二等奖？").codes == ("国家科技进步二等奖",)
    assert _asked("云泽市哪家企业拿了一等奖？").codes == ("一等奖",)


@pytest.mark.parametrize(
    ("question", "where"),
    [("新建了哪个公园？", False), ("新馆建在哪个公园？", True), ("总部落户在哪座城市？", True)],
)
def test_which_one_was_built_is_not_where(question: str, where: bool) -> None:
    assert any(kind.name == "where" for kind in asked_for(question)) is where
