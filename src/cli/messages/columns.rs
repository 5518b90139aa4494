//! Heads of the columns of `inspect`, in English and in Chinese.

/// Heads of columns.
#[derive(Debug)]
pub struct Columns {
    /// Byte range in the clean text.
    pub bytes: &'static str,
    /// A word.
    pub word: &'static str,
    /// Part of speech.
    pub tag: &'static str,
    /// Kind of an entity.
    pub kind: &'static str,
    /// Name.
    pub name: &'static str,
    /// Other names.
    pub aliases: &'static str,
    /// Division code.
    pub code: &'static str,
    /// Level of a region or town.
    pub level: &'static str,
    /// Number of mentions.
    pub mentions: &'static str,
    /// Rule.
    pub rule: &'static str,
    /// Confidence.
    pub confidence: &'static str,
    /// Head of a relation.
    pub head: &'static str,
    /// Relation type.
    pub relation: &'static str,
    /// Tail of a relation.
    pub tail: &'static str,
    /// Modality.
    pub modality: &'static str,
    /// Period.
    pub period: &'static str,
    /// Bearer of a fact.
    pub entity: &'static str,
    /// Attribute.
    pub attribute: &'static str,
    /// Value.
    pub value: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Series.
    pub indicator: &'static str,
    /// Evidence.
    pub evidence: &'static str,
    /// Depth of a section's heading.
    pub depth: &'static str,
    /// Title.
    pub title: &'static str,
    /// Reporting region.
    pub region: &'static str,
    /// Day.
    pub date: &'static str,
    /// Speaker.
    pub speaker: &'static str,
    /// Years looked back on.
    pub reviews: &'static str,
    /// Years planned.
    pub plans: &'static str,
    /// Sentence.
    pub sentence: &'static str,
}

pub(super) static ENGLISH: Columns = Columns {
    bytes: "bytes",
    word: "word",
    tag: "tag",
    kind: "kind",
    name: "name",
    aliases: "aliases",
    code: "code",
    level: "level",
    mentions: "mentions",
    rule: "rule",
    confidence: "sure",
    head: "head",
    relation: "relation",
    tail: "tail",
    modality: "modality",
    period: "period",
    entity: "entity",
    attribute: "attribute",
    value: "value",
    unit: "unit",
    indicator: "indicator",
    evidence: "evidence",
    depth: "depth",
    title: "title",
    region: "region",
    date: "date",
    speaker: "speaker",
    reviews: "reviews",
    plans: "plans",
    sentence: "sentence",
};

pub(super) static CHINESE: Columns = Columns {
    bytes: "字节",
    word: "词",
    tag: "词性",
    kind: "类型",
    name: "名称",
    aliases: "别名",
    code: "区划代码",
    level: "级别",
    mentions: "提及",
    rule: "规则",
    confidence: "置信度",
    head: "主体",
    relation: "关系",
    tail: "客体",
    modality: "情态",
    period: "时期",
    entity: "实体",
    attribute: "属性",
    value: "值",
    unit: "单位",
    indicator: "指标",
    evidence: "依据",
    depth: "层级",
    title: "标题",
    region: "地区",
    date: "日期",
    speaker: "报告人",
    reviews: "回顾",
    plans: "计划",
    sentence: "句子",
};
