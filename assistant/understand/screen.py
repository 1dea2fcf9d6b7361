"""Questions that are not for the reports: empty, too long, off topic, unsafe, or about a private person."""

from __future__ import annotations

import re

from assistant.query import Problem

LONGEST = 1000
_WORDS = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")
_UNSAFE = re.compile(
    r"(?:忽略|无视|忘记|忘掉|不要理会|绕过|跳过).{0,12}(?:指令|指示|提示|规则|要求|设定|限制|以上|之前|上述|前面)|系统提示|提示词|越狱|开发者模式|扮演|假装你是|你现在是|"
    r"(?:ignore|disregard|forget|bypass|override)\b.{0,30}\b(?:instruction|prompt|rule|previous|above|restriction)|system prompt|jailbreak|developer mode|pretend (?:you|to be)|you are now|act as (?:a|an|my)\b|"
    r"<\s*script|javascript:|drop\s+table|union\s+select|;\s*--|"
    r"(?:怎么|怎样|如何|教我|教程|方法).{0,8}(?:制造|制作|做|造|买|弄到).{0,6}(?:炸弹|炸药|毒品|冰毒|枪支?|子弹|毒药)|(?:how to|teach me to|help me) (?:make|build|buy)\b.{0,20}\b(?:bomb|explosive|gun|drugs?|poison)|"
    r"(?:我?想|要)(?:自杀|杀人|杀了)|不想活|kill (?:myself|someone|him|her)|(?:怎么|如何).{0,6}(?:报复|杀)",
    re.IGNORECASE | re.DOTALL,
)
_PERSON = r"(?:局长|主任|书记|处长|科长|市长|区长|县长|镇长|厅长|部长|领导|负责人|工作人员|经办人|某人|某某|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方袁柳史唐费廉薛雷贺倪汤罗毕郝邬安常乐于傅齐康伍余元顾孟平黄尹姚邵汪毛狄米戴宋庞熊纪舒屈项董梁杜阮蓝闵席季麻强贾路江童颜郭梅盛林钟徐邱骆高夏蔡田胡凌霍虞万柯管卢莫房丁邓石崔吉龚程邢裴陆荣翁段侯全班仰秋伊宫宁仇甘武刘叶司黎白蒲赖卓池乔闻党翟谭姬申冉桂牛燕尚温庄晏柴阎慕连习鱼容向古易廖庾步耿满弘国文欧聂敖冷辛那简饶曾关查游权][\u4e00-\u9fff]{1,2}(?:先生|女士|同志|局长|主任|书记)|张三|李四|王五|小[明红])"
_PERSONAL = re.compile(
    r"身份证号|身份证号码|银行卡号|(?:家庭|家里?的?)(?:住址|地址|电话)|私人(?:电话|手机|微信|邮箱|号码)|家住(?:在)?哪|(?<![守稳记留保顶挺抓兜拿盯])住在?哪里?(?!门)|"
    rf"{_PERSON}(?:的)?(?:个人)?(?:私人)?(?:手机号?码?|住址|家庭|家属|微信号?|工资|年龄|婚姻|老婆|妻子|丈夫|孩子|身份证|隐私|财产|房产|存款)|(?:张三|李四|王五)(?:的)?电话|"
    r"(?:投诉人|举报人|申请人|当事人|原告|被处罚人|信访人)(?:的)?(?:姓名|名字|叫什么|是谁|身份|个人信息|电话|住址|地址|联系方式)|(?:谁|哪个人|什么人)(?:投诉|举报|申请)了?(?:我|你们|该|这)|(?:投诉|举报)我的是谁|"
    r"\b(?:id (?:card )?number|passport number|home address|private (?:phone|number)|personal (?:phone|mobile)|bank account number|social security number)\b|\b(?:who is the|name of the) (?:complainant|applicant|whistle-?blower)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:你好|您好|哈喽|嗨|早上好|下午好|晚上好|在吗|在不在|谢谢|多谢|再见|拜拜|hello|hi|hey|thanks?|thank you|good (?:morning|afternoon|evening)|bye)+(?:呀|啊|哦|了|你|您|there)?$",
    re.IGNORECASE,
)
_SUMS = re.compile(r"^[\d\s.+\-*/×÷xX=()（）^加减乘除以的平方根]+(?:等于|是)?(?:多少|几)?$")
_OFF_TOPIC = re.compile(
    r"(?:今天|明天|后天|现在|周末|昨天|这几天).{0,8}(?:天气|气温|下雨|下雪|温度|几度)|^.{0,8}天气(?:怎么样|如何|好不好|预报)?$|"
    r"(?:写|作|来|编|讲|说|唱)(?:一)?(?:首|篇|个|段|句|支|封)?.{0,12}(?:诗|词|小说|笑话|故事|歌|作文|情书|段子|绕口令|藏头诗|对联)(?!准)|"
    r"(?:写|编)(?:一)?(?:个|段).{0,10}(?:代码|程序|脚本|python)|(?:推荐|好吃|好玩).{0,10}(?:餐厅|饭店|电影|景点|美食|小说|歌|酒店|旅游|火锅)|(?:股价|股票|彩票|双色球|基金走势|比特币|星座|运势|算命|世界杯|欧冠|(?<![A-Za-z])NBA(?![A-Za-z]))|"
    r"(?:翻译成|帮我翻译)|首都(?:是|在)哪|(?:怎么|如何)(?:做|煮|炒).{0,6}(?:菜|饭|肉|鱼|汤|蛋糕)|减肥|谈恋爱|女朋友|男朋友|你(?:是谁|叫什么|多大|几岁|会什么|能做什么|喜欢)|人工智能是什么|现在几点|今天(?:星期|周)几|今天几号|"
    r"\b(?:weather|forecast|temperature) (?:today|tomorrow|now|in|like)\b|\bweather\b.{0,20}\b(?:today|tomorrow|like)\b|\b(?:write|compose|tell|sing)\b.{0,20}\b(?:poem|joke|story|song|essay|haiku|code)\b|\bcapital of\b|\b(?:stock price|lottery|horoscope|recipe|bitcoin|world cup|super bowl)\b|"
    r"\bwho (?:are you|won|wrote|invented|painted)\b|\bwhat(?:'s| is) your name\b|\btranslate\b|\bwhat time is it\b|\b(?:recommend)\b.{0,20}\b(?:restaurant|movie|film|hotel)\b|^what is \d+\s*[-+*/x]\s*\d+",
    re.IGNORECASE,
)
_OF_REPORTS = re.compile(
    r"年报|年度报告|工作报告|行政|信息公开|投诉|举报|预算|决算|申请|许可|处罚|annual report|disclosure|complaint|licen[cs]e|permit|penalt|budget",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:多少|几)(?:件|条|次|个|篇|起|人|项)|how many|how much", re.IGNORECASE)


def problem(text: str) -> Problem:
    """Given a question in simplified Chinese or English, trimmed, return why it is not to be answered, or "".

    Off topic is said only of what is clearly so: a subject that the reports might hold is left to the search.
    """
    if not text:
        return "empty"
    if len(text) > LONGEST:
        return "too_long"
    if not _WORDS.search(text):
        return "punctuation"
    if _UNSAFE.search(text):
        return "unsafe"
    if _PERSONAL.search(text) and not _COUNTED.search(text):
        return "personal"
    return "off_topic" if _is_off_topic(text) else ""


def _is_off_topic(text: str) -> bool:
    bare = re.sub(r"[\s，,。.?？!！~～]", "", text)
    if _GREETING.match(bare) or (
        _SUMS.match(text.rstrip("?？ ")) and re.search(r"\d\s*[+\-*/×÷xX加减乘除^]", text)
    ):
        return not re.fullmatch(r"(?:19|20)\d\d[-~/ ]+(?:19|20)?\d\d", bare)
    return bool(_OFF_TOPIC.search(text)) and not _OF_REPORTS.search(text)
