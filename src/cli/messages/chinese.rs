//! The words in Chinese.

use super::{Messages, columns, some_of};

pub(super) static WORDS: Messages = Messages {
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
    left_out: "略过",
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
    columns: &columns::CHINESE,
};
