//! Every word that people read in the terminal, in English and in Chinese.

use tuzhi::ontology::{Attribute, Kind, Language, Modality, RelationType};

/// Words and phrases of one language.
#[derive(Debug)]
pub struct Messages {
    /// Before an error.
    pub error: &'static str,
    /// Before something worth knowing.
    pub note: &'static str,
    /// Rows of the summary.
    pub documents: &'static str,
    /// Row of the summary.
    pub repairs: &'static str,
    /// Row of the summary.
    pub entities: &'static str,
    /// Row of the summary.
    pub relations: &'static str,
    /// Row of the summary.
    pub facts: &'static str,
    /// Row of the summary.
    pub written: &'static str,
    /// Row of the summary.
    pub time: &'static str,
    /// Behind a number of inputs that could not be used.
    pub failed: &'static str,
    /// Behind a number of seconds.
    pub seconds: &'static str,
    /// When no report is left to make a graph of.
    pub nothing_read: &'static str,
    /// When no record is left to make a graph of.
    pub no_records: &'static str,
    /// After a check without faults: places looked up, files read.
    pub verified: fn(usize, usize) -> String,
    /// After a check with faults: faults, places looked up.
    pub not_verified: fn(usize, usize) -> String,
    /// When a graph has nothing of that name: the name, and what may be meant.
    pub unknown: fn(&str, &[&str]) -> String,
    /// When no report has these words in its title or path.
    pub no_document: fn(&str) -> String,
    /// When a name is taken for an entity: the name, the id, ids of others it may mean.
    pub taken_for: fn(&str, &str, &[&str]) -> String,
    /// When nothing joins two entities.
    pub no_path: &'static str,
    /// In place of a table without rows.
    pub nothing_found: &'static str,
    /// Below a table: how many more there are.
    pub and_more: fn(usize) -> String,
    /// When a table has no such column: the name, and those it has.
    pub no_column: fn(&str, &[&str]) -> String,
    /// Above a ranking by a part of the graph: entities that were counted from, and all.
    pub estimated: fn(usize, usize) -> String,
    /// Above groups: regions left out, groups, entities alone, modularity.
    pub grouped: fn(&[&str], usize, usize, f64) -> String,
    /// Above an answer: words with what they were taken for.
    pub understood: fn(&str) -> String,
    /// When a question was not understood.
    pub misread: fn(&str) -> String,
    /// Words of it that mean something.
    pub recognised: fn(&str) -> String,
    /// Words of it that do not.
    pub not_recognised: fn(&str) -> String,
    /// Questions that could be asked.
    pub for_example: fn(&str) -> String,
    #[cfg(not(feature = "sparql"))]
    /// When a query is given and nothing reads it.
    pub no_sparql: &'static str,
    /// When no rule has these words in its id.
    pub no_rule: fn(&str) -> String,
    /// When reports cannot be read again for a page: how many, of how many.
    pub without_texts: fn(usize, usize) -> String,
    #[cfg(feature = "serve")]
    /// When the server listens: its address.
    pub served_at: fn(&str) -> String,
    #[cfg(not(feature = "serve"))]
    /// When the program was built without the server.
    pub no_server: &'static str,
    /// Before other things that the name may mean.
    pub also_meant: &'static str,
    /// Rows of the summary of `load`.
    pub nodes: &'static str,
    /// Row of the summary of `load`.
    pub edges: &'static str,
    /// Behind numbers of things that were loaded: created, changed, left, removed.
    pub fates: [&'static str; 4],
    /// How often a connection was made anew.
    pub reconnected: fn(usize) -> String,
    /// When a request is made again: why, which time, times at most.
    pub again: fn(&str, usize, usize) -> String,
    /// Before the command that reads bulk files.
    pub read_them_with: &'static str,
    #[cfg(feature = "load")]
    /// When a user was named, and a password cannot be asked for.
    pub no_password: &'static str,
    #[cfg(feature = "load")]
    /// When a password is asked for: the server.
    pub password_for: fn(&str) -> String,
    /// Heads of the columns of `inspect`, in the order of the stages.
    pub columns: Columns,
}

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

/// The messages in `language`.
pub fn of(language: Language) -> &'static Messages {
    match language {
        Language::En => &EN,
        Language::Zh => &ZH,
    }
}

/// A kind as it is shown: its name in files, or its Chinese label.
pub fn kind_label(language: Language, kind: Kind) -> String {
    language.of(Language::Zh.kind(kind), kind.name()).into()
}

/// A relation type as it is shown.
pub fn relation_label(language: Language, kind: RelationType) -> String {
    language.of(Language::Zh.relation(kind), kind.name()).into()
}

/// An attribute as it is shown.
pub fn attribute_label(language: Language, attribute: Attribute) -> String {
    language.of(Language::Zh.attribute(attribute), attribute.name()).into()
}

/// A modality as it is shown.
pub fn modality_label(language: Language, modality: Modality) -> String {
    language.modality(modality).into()
}

/// The first three of some names.
fn some_of(names: &[&str], between: &str) -> String {
    let more = if names.len() > 3 { " …" } else { "" };
    format!("{}{more}", names[..names.len().min(3)].join(between))
}

static EN: Messages = Messages {
    error: "error",
    note: "note",
    documents: "documents",
    repairs: "repairs",
    entities: "entities",
    relations: "relations",
    facts: "facts",
    written: "written",
    time: "time",
    failed: "failed",
    seconds: "s",
    nothing_read: "none of the inputs could be read, so no graph was written",
    no_records: "no records, so no graph was written; give files that tuzhi extract wrote",
    verified: |places, documents| format!("all {places} places found in {documents} documents"),
    not_verified: |faults, places| format!("{faults} faults at {places} places; build the graph anew from its files"),
    unknown: |name, near| match near {
        [] => format!("nothing is called “{name}”; try a part of the name"),
        near => format!("nothing is called “{name}”; did you mean {}?", near.join(", ")),
    },
    no_document: |words| format!("no report has “{words}” in its title or path; try a part of its name"),
    taken_for: |name, id, others| match others {
        [] => format!("“{name}” is taken for {id}"),
        others => format!("“{name}” is taken for {id}; it may also mean {}", others.join(", ")),
    },
    no_path: "nothing joins the two by what counts here",
    nothing_found: "nothing found",
    and_more: |more| format!("… and {more} more; --all or --limit N tells them"),
    no_column: |name, known| format!("there is no column “{name}”; name one of {}", known.join(", ")),
    estimated: |part, all| format!("estimated from the paths of {part} of {all} entities"),
    grouped: |without, groups, alone, modularity| {
        let without = match without {
            [] => String::new(),
            without => format!("; without {} (--with-regions keeps them)", some_of(without, ", ")),
        };
        format!("groups: {groups}, entities alone: {alone}, modularity: {modularity:.3}{without}")
    },
    understood: |pairs| format!("understood: {pairs}"),
    misread: |question| format!("no pattern reads “{question}”"),
    recognised: |pairs| format!("recognised: {pairs}"),
    not_recognised: |words| format!("not understood: {words}"),
    for_example: |examples| format!("ask for example: {examples}"),
    #[cfg(not(feature = "sparql"))]
    no_sparql: "this tuzhi was built without the feature sparql; cargo install tuzhi --features sparql builds it with it",
    no_rule: |part| format!("no rule has “{part}” in its id; tuzhi rules list prints all"),
    without_texts: |missing, all| {
        format!(
            "the page shows sentences and not the whole text for {missing} of {all} reports; --root names their folder"
        )
    },
    #[cfg(feature = "serve")]
    served_at: |address| format!("serving at {address}, until Ctrl-C"),
    #[cfg(not(feature = "serve"))]
    no_server: "this tuzhi was built without the server; cargo install tuzhi --features serve builds it with it",
    also_meant: "Also called so:",
    nodes: "nodes",
    edges: "edges",
    fates: ["created", "changed", "left", "removed"],
    reconnected: |times| format!("connection lost and made anew {times} times"),
    again: |reason, tries, limit| format!("{reason}; try {tries} of {limit} more"),
    read_them_with: "read them with",
    #[cfg(feature = "load")]
    no_password: "a user is named and no password; set TUZHI_PASSWORD",
    #[cfg(feature = "load")]
    password_for: |server| format!("password for {server}: "),
    columns: Columns {
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
    },
};

static ZH: Messages = Messages {
    error: "错误",
    note: "提示",
    documents: "文档",
    repairs: "修复",
    entities: "实体",
    relations: "关系",
    facts: "事实",
    written: "写出",
    time: "用时",
    failed: "失败",
    seconds: "秒",
    nothing_read: "没有一份输入能够读取，未写出图谱",
    no_records: "没有记录，未写出图谱；请给出 tuzhi extract 写出的文件",
    verified: |places, documents| format!("{documents} 份文档中的 {places} 处依据全部核对无误"),
    not_verified: |faults, places| format!("{places} 处依据中有 {faults} 处不符；请用原始文件重新生成图谱"),
    unknown: |name, near| match near {
        [] => format!("没有名为“{name}”的实体；可以只输入名称的一部分"),
        near => format!("没有名为“{name}”的实体；是否要找：{}", near.join("、")),
    },
    no_document: |words| format!("没有标题或路径含“{words}”的报告；可以只输入名称的一部分"),
    taken_for: |name, id, others| match others {
        [] => format!("“{name}”理解为 {id}"),
        others => format!("“{name}”理解为 {id}；也可能指 {}", others.join("、")),
    },
    no_path: "在此条件下两者之间没有关联",
    nothing_found: "没有结果",
    and_more: |more| format!("……另有 {more} 项；用 --all 或 --limit N 查看"),
    no_column: |name, known| format!("没有“{name}”这一列；可选：{}", known.join("、")),
    estimated: |part, all| format!("由 {all} 个实体中 {part} 个的路径估算"),
    grouped: |without, groups, alone, modularity| {
        let without = match without {
            [] => String::new(),
            without => format!("；不含{}（--with-regions 可保留）", some_of(without, "、")),
        };
        format!("{groups} 组，另有 {alone} 个实体独立，模块度 {modularity:.3}{without}")
    },
    understood: |pairs| format!("理解为：{pairs}"),
    misread: |question| format!("没有看懂“{question}”"),
    recognised: |pairs| format!("认出：{pairs}"),
    not_recognised: |words| format!("未看懂：{words}"),
    for_example: |examples| format!("可以这样问：{examples}"),
    #[cfg(not(feature = "sparql"))]
    no_sparql: "这个 tuzhi 没有编入 sparql 功能；用 cargo install tuzhi --features sparql 重新安装",
    no_rule: |part| format!("没有编号含“{part}”的规则；用 tuzhi rules list 查看全部"),
    without_texts: |missing, all| {
        format!("{all} 份报告中有 {missing} 份只显示句子而无全文；可用 --root 指出文件所在目录")
    },
    #[cfg(feature = "serve")]
    served_at: |address| format!("正在 {address} 提供服务，按 Ctrl-C 结束"),
    #[cfg(not(feature = "serve"))]
    no_server: "此 tuzhi 未含服务功能；请用 cargo install tuzhi --features serve 安装",
    also_meant: "名称相近的还有：",
    nodes: "节点",
    edges: "边",
    fates: ["新建", "更新", "未变", "移除"],
    reconnected: |times| format!("连接中断并恢复 {times} 次"),
    again: |reason, tries, limit| format!("{reason}；重试第 {tries} 次，最多 {limit} 次"),
    read_them_with: "导入命令",
    #[cfg(feature = "load")]
    no_password: "指定了用户但没有密码；请设置 TUZHI_PASSWORD",
    #[cfg(feature = "load")]
    password_for: |server| format!("{server} 的密码："),
    columns: Columns {
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
    },
};
