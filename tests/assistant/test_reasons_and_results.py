"""Why, what for, on which conditions and with what result: told only where a text says so of that very thing."""

from __future__ import annotations

import pytest

from assistant.answer import Assistant
from assistant.words.demands import meets
from index.embedder import Embedder
from tests.assistant.test_caution import asked

pytestmark = pytest.mark.model
REPORT = """雪岭县农业农村局2022年工作总结和2023年工作计划

2022年，县农业农村局扎实做好各项工作。现将有关情况总结如下：

一、2022年工作情况

（一）稳定粮食生产

全县粮食产量8.2万吨，禽蛋产量610吨，减少4.1%。发放种粮农民补贴186万元，惠及农户3120户。引入无人插秧机12台，助力农户抢抓农时。

（二）建设农机维修中心

县农机维修中心位于松岗路，占地约为2600平方米。维修中心是为了整合农机服务资源，解决农户修机难问题。建成后作为农机维修、配件供应和机手培训场所。

（三）加强渔业管理

针对禁渔期内电鱼反弹的情况，开展夜间巡河行动42次。移送非法捕捞案件3件。约谈养殖企业2家。与邻县举办渔业交流活动2场，参加人员86人。

（四）办理群众诉求

全年受理群众诉求540件，因材料不全等原因无法办理12件；被提起行政诉讼2件，尚未审结。按照“先急后缓、就近就便”的原则派单。

二、存在的问题

一是基层农技力量薄弱。二是农产品品牌不响。三是老旧渠道改造资金筹措困难。

三、2023年工作计划

优化营商环境，抓好薄弱环节的整改提升，加快补齐短板弱项。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return asked(tmp_path_factory.mktemp("results"), embedder, ".txt", a=REPORT)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("雪岭县农业农村局2022年建农机维修中心是为了什么？", "解决农户修机难"),
        ("雪岭县农业农村局2022年引入无人插秧机有什么作用？", "抢抓农时"),
        ("雪岭县农业农村局2022年为什么要开展夜间巡河行动？", "电鱼反弹"),
        ("雪岭县农业农村局2022年群众诉求无法办理的原因是什么？", "材料不全"),
        ("雪岭县农业农村局2022年群众诉求按什么原则派单？", "先急后缓"),
        ("雪岭县农业农村局2022年老旧渠道为什么难改造？", "资金筹措困难"),
    ],
)
def test_what_is_told(bureau: Assistant, question: str, said: str) -> None:
    answer = bureau.ask(question)
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "雪岭县农业农村局2022年禽蛋产量为什么减少？",
        "雪岭县农业农村局2022年被提起行政诉讼是因为什么？",
        "雪岭县农业农村局2022年申领种粮农民补贴要满足哪些条件？",
        "雪岭县农业农村局2022年申领种粮农民补贴要带什么材料？",
        "雪岭县农业农村局2022年移送的非法捕捞案件是怎么判的？",
        "雪岭县农业农村局2022年约谈的养殖企业错在哪里？",
        "雪岭县农业农村局2022年两岸渔业交流取得了什么成效？",
        "雪岭县农业农村局2022年营商环境有什么问题？",
        "雪岭县农业农村局2022年机手培训按照什么原则开展？",  # the principle is that of another thing
        "雪岭县农业农村局2022年农产品品牌为什么不响？",  # among the problems, without its reason
    ],
)
def test_what_is_only_near(bureau: Assistant, question: str) -> None:
    assert bureau.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("查的到底是人口还是经济？", "主要用于专项普查活动。", False),
        ("查的到底是人口还是经济？", "主要用于第五次经济普查。", True),
        ("征集活动取得了什么成效？", "开展征集活动，旨在解决停车难。", False),
        ("征集活动取得了什么成效？", "征集意见84条，解决停车难3处。", True),
        ("那封信是怎么答复的？", "组织培训，规范答复文书制作。", False),
        ("那封信是怎么答复的？", "收到来信后于当日电话答复。", True),
        ("考核结果怎么样？", "考核得分由乡镇汇总。", False),
        ("考核结果怎么样？", "考核位列全市第二。", True),
        ("大楼拿来做什么？", "大楼位于松岗路。", False),
        ("大楼拿来做什么？", "大楼作为培训场所。", True),
    ],
)
def test_a_text_must_say_what_a_question_demands(question: str, text: str, told: bool) -> None:
    assert meets(question, text) is told
