"""What the pages say, in simplified Chinese, traditional Chinese and English, side by side.

Answers are not worded here: those come from the assistant.
"""

from __future__ import annotations

from collections.abc import Mapping

from web.preferences import LANGUAGES, Language

TABLE: dict[str, tuple[str, str, str]] = {
    # the frame of every page
    "site": ("年报问答", "年報問答", "Annual Report Answers"),
    "tagline": (
        "政府年度报告问答服务",
        "政府年度報告問答服務",
        "Questions answered from government annual reports",
    ),
    "skip": ("跳到正文", "跳到正文", "Skip to content"),
    "settings": ("显示设置", "顯示設定", "Display settings"),
    "language": ("界面语言", "介面語言", "Interface language"),
    "larger": ("大字", "大字", "Larger text"),
    "dark": ("深色", "深色", "Dark"),
    "home": ("返回提问", "返回提問", "Ask a question"),
    "reports": ("已收录年报", "已收錄年報", "Reports held"),
    "footer": (
        "答复内容均摘自已收录的年报原文，并注明出处；如有出入，请以原发布机关公布的文本为准。",
        "答覆內容均摘自已收錄的年報原文，並註明出處；如有出入，請以原發布機關公布的文本為準。",
        "Every answer is taken from the reports held and cites its source. "
        "Should anything differ, the text published by the issuing agency prevails.",
    ),
    # the question page
    "welcome": ("您想了解年报中的哪项情况？", "您想瞭解年報中的哪項情況？", "What would you like to know?"),
    "lead": (
        "请直接输入问题。每一项数据都注明出处，您可以随时打开原文核对。",
        "請直接輸入問題。每一項資料都註明出處，您可以隨時打開原文核對。",
        "Ask in your own words. Every figure names its source, and the report opens at that very spot.",
    ),
    "examples": ("您可以这样问", "您可以這樣問", "You could ask"),
    "none_held": (
        "目前尚未收录年报，请您稍后再来。",
        "目前尚未收錄年報，請您稍後再來。",
        "No report is held yet. Please come back later.",
    ),
    "question": ("您的问题", "您的問題", "Your question"),
    "placeholder": (
        "请输入您的问题",
        "請輸入您的問題",
        "Your question",
    ),
    "key_hint": (
        "按回车键发送，Shift＋回车换行",
        "按 Enter 鍵送出，Shift＋Enter 換行",
        "Enter sends, Shift+Enter starts a new line",
    ),
    "ask": ("提问", "提問", "Ask"),
    "scope": ("查询范围", "查詢範圍", "Scope"),
    "agency": ("机关", "機關", "Agency"),
    "any_agency": ("全部机关", "全部機關", "Any agency"),
    "year": ("年度", "年度", "Year"),
    "any_year": ("全部年度", "全部年度", "Any year"),
    "year_suffix": ("年", "年", ""),
    "fresh": ("重新开始", "重新開始", "Start over"),
    "log": ("问答记录", "問答記錄", "Questions and answers"),
    "you_asked": ("您问", "您問", "You asked"),
    "waiting": ("正在查阅年报，请稍候……", "正在查閱年報，請稍候……", "Looking in the reports…"),
    "no_script": (
        "提问需要启用浏览器的 JavaScript。您仍可在“已收录年报”中查阅原文。",
        "提問需要啟用瀏覽器的 JavaScript。您仍可在「已收錄年報」中查閱原文。",
        "Asking needs JavaScript. You can still read the reports under “Reports held”.",
    ),
    # an answer
    "answer": ("答复", "答覆", "Answer"),
    "not_reported": ("年报未载明", "年報未載明", "Not stated in the report"),
    "not_held": ("暂未收录", "暫未收錄", "Not held here"),
    "ambiguous": ("请您再明确一下", "請您再明確一下", "One more detail, please"),
    "out_of_scope": ("请换个问法试试", "請換個問法試試", "Let us help you rephrase"),
    "blank": ("未填写", "未填寫", "Left blank"),
    "calculation": ("计算过程", "計算過程", "How it was worked out"),
    "figures": ("所据数据", "所據資料", "Figures used"),
    "indicator": ("项目", "項目", "Item"),
    "value": ("数值", "數值", "Value"),
    "sources": ("出处（可打开原文核对）", "出處（可打開原文核對）", "Sources (open to check)"),
    "page_before": ("第", "第", "page "),
    "page_after": ("页", "頁", ""),
    "open_source": ("查看原文", "查看原文", "See the source"),
    "try_next": ("您还可以问", "您還可以問", "You could also ask"),
    "try_instead": ("您可以试着这样问", "您可以試著這樣問", "You could try"),
    "choose": ("请选择", "請選擇", "Please choose"),
    "copy_reply": ("复制", "複製", "Copy"),
    "copied": ("已复制", "已複製", "Copied"),
    "copy_failed": ("未能复制，请手动选取", "未能複製，請手動選取", "Could not copy; please select by hand"),
    "share": ("分享链接", "分享連結", "Copy link"),
    "shared": ("链接已复制", "連結已複製", "Link copied"),
    "share_too_long": (
        "会话较长，无法放入链接。请重新开始，用一句完整的话提问后再分享",
        "會話較長，無法放入連結。請重新開始，用一句完整的話提問後再分享",
        "Too much for a link. Please start over, ask in one full sentence, and share that",
    ),
    "speak": ("朗读", "朗讀", "Read aloud"),
    "silence": ("停止朗读", "停止朗讀", "Stop reading"),
    "was_right": ("答得对吗？", "答得對嗎？", "Was this right?"),
    "right": ("答对了", "答對了", "Yes"),
    "not_right": ("不对", "不對", "No"),
    "correction": (
        "请告诉我们哪里不对（请勿填写个人信息）",
        "請告訴我們哪裡不對（請勿填寫個人資訊）",
        "What is wrong? (no personal data, please)",
    ),
    "send": ("提交", "提交", "Send"),
    "not_sent": ("未能提交，请稍后重试", "未能提交，請稍後重試", "Could not be sent; please try again later"),
    "thanks": ("谢谢您的反馈", "謝謝您的回饋", "Thank you"),
    "no_answer": ("没有找到这条答复。", "沒有找到這條答覆。", "There is no such answer."),
    "unreachable": (
        "暂时未能取得答复，请您稍后重试。",
        "暫時未能取得答覆，請您稍後重試。",
        "No answer could be fetched just now. Please try again in a moment.",
    ),
    "retry": ("重试", "重試", "Try again"),
    # the source
    "source": ("年报原文", "年報原文", "Source"),
    "close": ("关闭", "關閉", "Close"),
    "own_page": ("在新页面打开", "在新頁面打開", "Open as its own page"),
    "contents": ("目录", "目錄", "Contents"),
    "cited_here": ("引用位置", "引用位置", "Cited here"),
    "to_cited": ("回到引用处", "回到引用處", "Back to the cited spot"),
    "issuer": ("发布机关", "發布機關", "Agency"),
    "report_year": ("报告年度", "報告年度", "Year"),
    "region": ("地区", "地區", "Region"),
    "published": ("发布日期", "發布日期", "Published"),
    "document_number": ("文号", "文號", "Document number"),
    "file": ("来源文件", "來源檔案", "File"),
    "original": ("下载原件", "下載原件", "Download the original"),
    "sheet_before": ("原件第", "原件第", "Page "),
    "sheet_after": ("页的图像", "頁的圖像", " of the original"),
    "framed": ("，引用处已框出", "，引用處已框出", ", the cited cell is framed"),
    "see_sheet": ("看原件图像", "看原件圖像", "See the original page"),
    "address": ("原文网址", "原文網址", "Original address"),
    "unit": ("单位", "單位", "Unit"),
    "table": ("表格", "表格", "Table"),
    "notices": ("阅读提示", "閱讀提示", "Please note"),
    "holds": ("表内勾稽关系核对相符", "表內勾稽關係核對相符", "Sums that add up"),
    "fails": ("表内勾稽关系不符", "表內勾稽關係不符", "Does not add up"),
    "differs": (
        "正文与表格不一致，请核对口径",
        "正文與表格不一致，請核對口徑",
        "Text and table differ; check what each counts",
    ),
    "in_text": ("正文", "正文", "text"),
    "in_table": ("表格", "表格", "table"),
    "other_place": ("查看另一处", "查看另一處", "See the other place"),
    "counted": ("项", "項", ""),
    "trust_decoded": (
        "按表内勾稽关系还原，请核对原件",
        "按表內勾稽關係還原，請核對原件",
        "Recovered by the form's own arithmetic",
    ),
    "trust_ocr": (
        "由图像识别所得，请核对原件",
        "由圖像辨識所得，請核對原件",
        "Recognised from an image; check the original",
    ),
    "trust_unreadable": (
        "此处未能可靠识读，请查看原件",
        "此處未能可靠識讀，請查看原件",
        "Could not be read reliably; see the original",
    ),
    # when something is amiss
    "missing": ("未找到该年报", "未找到該年報", "Report not found"),
    "missing_lead": (
        "您访问的年报可能已撤回，或者网址有误。请从“已收录年报”中查找，或返回提问。",
        "您訪問的年報可能已撤回，或者網址有誤。請從「已收錄年報」中查找，或返回提問。",
        "It may have been withdrawn, or the address is mistaken. "
        "Please look under “Reports held”, or ask a question.",
    ),
    "invalid": (
        "未能识别您提交的内容，请检查后重新提问。",
        "未能識別您提交的內容，請檢查後重新提問。",
        "What was sent could not be understood. Please check it and ask again.",
    ),
}


def words(language: Language) -> Mapping[str, str]:
    """Given an interface language, return its words by name."""
    place = LANGUAGES.index(language)
    return {name: row[place] for name, row in TABLE.items()}
