//! What may have become of an undertaking, and why it is thought so.

use serde::{Deserialize, Serialize};

use crate::ontology::Language;

macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $variant:ident = $key:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$what])* #[serde(rename = $key)] $variant,)+ }

        impl $name {
            /// All, in their order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name in files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// The name for people.
            pub fn label(self, language: Language) -> &'static str {
                match self { $(Self::$variant => language.of($zh, $en),)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            /// By the name in files or the Chinese label.
            fn from_str(text: &str) -> Result<Self, String> {
                let named = |one: &&Self| one.name() == text || one.label(Language::Zh) == text;
                let known = || Self::ALL.iter().map(|one| one.name()).collect::<Vec<_>>().join(", ");
                Self::ALL.iter().find(named).copied().ok_or_else(|| format!("“{text}” is none of {}", known()))
            }
        }
    };
}

named! {
    /// What became of an undertaking, the best first.
    Outcome {
        /// It is done; a figure reached what was promised.
        Kept = "kept", "兑现", "kept";
        /// It is under way, or a part of it is done.
        UnderWay = "under_way", "推进中", "under way";
        /// It is promised once more, as firmly as before.
        Again = "promised_again", "再次提出", "promised again";
        /// It is promised once more, more or less firmly.
        Reworded = "reworded", "改了口气", "reworded";
        /// The figure fell short, or the report says that it was not done.
        Missed = "missed", "未达", "missed";
        /// It is spoken of, and not said what became of it.
        SpokenOf = "spoken_of", "仅提及", "spoken of";
        /// The report that should look back on it does not speak of it, nor do the next ones.
        Gone = "gone", "不再提", "gone without a word";
        /// There is no report that would look back on it.
        NoReport = "no_report", "无后续报告", "no report";
    }
}

named! {
    /// What sort of undertaking it is.
    Sort {
        /// Something to be built.
        Work = "work", "工程项目", "work";
        /// A programme, campaign or plan to be carried out.
        Program = "program", "行动计划", "programme";
        /// A fair, meeting or competition to be held.
        Event = "event", "活动", "event";
        /// An honour to be won.
        Honour = "honour", "创建荣誉", "honour";
        /// A firm or institute to be brought in or worked with.
        Deal = "deal", "招引合作", "deal";
        /// A figure to be reached.
        Figure = "figure", "指标", "figure";
    }
}

named! {
    /// What makes a match likely.
    Because {
        /// The graph holds both for the same thing.
        SameEntity = "same_entity", "图谱中为同一事物", "the same thing in the graph";
        /// The same name stands there.
        SameName = "same_name", "名称相同", "the same name";
        /// Another name of it stands there.
        OtherName = "other_name", "别名相同", "another of its names";
        /// Most of the rare words of its name stand close together.
        LikeName = "like_name", "名称相近", "a name much like it";
        /// The name is short, so that another thing may bear it.
        ShortName = "short_name", "名称较短，可能另有所指", "a short name, which other things may bear";
        /// The figure has the same name.
        SameSeries = "same_series", "指标相同", "the same figure";
        /// The figure has a similar name.
        LikeSeries = "like_series", "指标名称相近", "a figure of similar name";
        /// The figure is of the year for which it was promised.
        SameYear = "same_year", "年份相符", "of the year promised";
        /// The clause itself says what became of it.
        SaidThere = "said_there", "句中写明结果", "the clause says what became of it";
        /// What became of it follows from where the sentence stands.
        BySection = "by_section", "据所在章节判断", "by the section it stands in";
        /// The whole report was searched.
        WholeReport = "whole_report", "已查全文", "the whole report was searched";
        /// Only sentences kept in the graph were searched.
        QuotesOnly = "quotes_only", "只查了图谱中的句子", "only the sentences of the graph were searched";
        /// Something a little like it stands there, and was not taken for it.
        NearMiss = "near_miss", "有相近说法，未采用", "something a little like it was not taken for it";
        /// Several figures of that name are told.
        Several = "several", "同名数字不止一个", "several figures bear that name";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for outcome in Outcome::ALL {
            assert_eq!(outcome.name().parse(), Ok(*outcome));
            assert_eq!(outcome.label(Language::Zh).parse(), Ok(*outcome));
            assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.name());
        }
        assert!("nothing".parse::<Sort>().unwrap_err().contains("work"));
    }
}
