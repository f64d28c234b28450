//! 检查目录: every check there is, with its severity, what it is about, and why reviewers make it.
//!
//! The sentence and the way out of each stand where it is found, in `checks/`, because they hold its figures.

use crate::domain::values::input::{Choice, choices};

choices! {
    /// 严重程度.
    Severity {
        /// An arithmetic or rule is broken, or a mandatory part is missing.
        Error = "error" "错误",
        /// A reviewer would object.
        Warning = "warning" "警告",
        /// It could be better.
        Advice = "advice" "提示",
    }
}

choices! {
    /// 检查的类别, by the letter of the code.
    Topic {
        /// A 资金.
        Money = "money" "资金",
        /// B 评分 and S 方案.
        Scores = "scores" "评分",
        /// C 证据.
        Evidence = "evidence" "指标与证据",
        /// D 文数一致.
        Agreement = "agreement" "文数一致",
        /// E 格式.
        Form = "form" "格式",
    }
}

/// Declares the catalogue: code, severity, topic, what the check is about, why it is made.
macro_rules! catalogue {
    ($($code:ident $severity:ident $topic:ident $name:literal $basis:literal,)+) => {
        /// The code of a check, as reviewers' lists number them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $name] $code,)+
        }

        impl Choice for Code {
            const ALL: &'static [Code] = &[$(Code::$code),+];

            fn code(self) -> &'static str {
                match self {
                    $(Code::$code => stringify!($code),)+
                }
            }

            /// What it is about.
            fn label(self) -> &'static str {
                match self {
                    $(Code::$code => $name,)+
                }
            }
        }

        impl Code {
            /// How much it matters: our judgement, in this one table.
            pub fn severity(self) -> Severity {
                match self {
                    $(Code::$code => Severity::$severity,)+
                }
            }

            /// Whether it only says that something is not written yet, or not yet enough to be computed with.
            pub fn is_of_blanks(self) -> bool {
                matches!(self, Code::E9 | Code::B8 | Code::A5)
            }

            /// Which kind of fault it is.
            pub fn topic(self) -> Topic {
                match self {
                    $(Code::$code => Topic::$topic,)+
                }
            }

            /// 依据: the rule, or the practice of reviewers, behind it.
            pub fn basis(self) -> &'static str {
                match self {
                    $(Code::$code => $basis,)+
                }
            }
        }
    };
}

catalogue! {
    A1 Error Money "分项之和与合计不符" "表内勾稽关系：各资金来源之和等于合计。",
    A2 Error Money "执行率与执行数、调整预算数不符" "财预〔2020〕10号：执行率＝全年执行数÷全年预算数（调整预算数）。",
    A3 Error Money "执行数大于调整预算数" "《预算法》第十三条：支出必须以经批准的预算为依据，未列入预算的不得支出。",
    A4 Error Money "预算调整幅度大而没有原因" "预算编制和调整要有依据；界限见评分方案。",
    A5 Error Money "算执行率缺分母" "财预〔2020〕10号：执行率的分母是全年预算数（调整预算数）。",
    A6 Warning Money "分列之和与合计不符" "表间勾稽关系：按支出性质、级次、单位分列之和等于合计。",
    A7 Warning Money "重点项目金额超过部门支出" "表间勾稽关系：项目支出是部门整体支出的一部分。",
    A8 Warning Money "元与万元混用" "全文金额单位应统一；差一万倍的数多是单位填错。",
    A9 Error Money "数字写错" "数字要能读、能算。",
    A10 Warning Money "支出进度慢而没有原因" "支出进度应与序时进度相当；界限见评分方案。",
    A11 Warning Money "一项资金的执行与预算差得多而没有原因" "各项资金都要说明执行偏差；界限见评分方案。",
    B1 Error Scores "权重合计不符" "评分方案：权重合计等于满分。",
    B2 Error Scores "下级权重与上级不符" "评分方案：下级权重之和等于上级权重。",
    B3 Error Scores "得分超出权重范围" "财预〔2020〕10号：得分最低 0 分，最高不超过该项指标分值上限。",
    B4 Error Scores "得分与评分规则不符" "评分方案：得分按计分规则得出，另行评分要有理由。",
    B5 Error Scores "各项得分之和与总分不符" "表内勾稽关系：总分等于各项得分之和。",
    B6 Error Scores "等级与总分不符" "财预〔2020〕10号：等级由总分按分数段得出。",
    B7 Warning Scores "权重乘了两次" "得分已经含有权重，合计时不再乘权重。",
    B8 Error Scores "有评分内容没有得分" "评分方案的每一部分都要有得分，才有总分。",
    B9 Error Scores "定性指标的得分不在档次之内" "财预〔2020〕10号：定性指标按完成程度分三档，在档内合理确定分值。",
    B10 Warning Scores "指标全是满分，问题里却写了不足" "评审常问：既有不足，为什么没有一项失分。",
    B11 Warning Scores "手工得分高出规则太多" "评分方案：得分按规则得出；多出多少要问，界限见评分方案的复核口径。",
    B12 Warning Scores "扣分的说法与得分不符" "财预〔2020〕10号：扣分要有原因；原因里的分数与得分应一致。",
    S1 Error Scores "评分规则缺参数或自相矛盾" "计分规则要能算出得分。",
    S2 Warning Scores "方案是别处的" "评分方案由本地财政部门规定，各地的权重和计分办法不同。",
    S3 Advice Scores "方案是别的年度的" "自评通知每年印发，权重和计分办法可能调整。",
    C1 Error Evidence "满分而没有实际完成值" "得分要有完成值作依据。",
    C2 Warning Evidence "完成情况照抄绩效目标" "评审常退回：完成情况要写做了什么、做到多少。",
    C3 Error Evidence "低于目标而没有原因" "财预〔2020〕10号：未完成绩效目标的，要分析说明原因、提出改进措施。",
    C4 Warning Evidence "达到目标却失分而没有说明" "得分与完成情况应一致。",
    C5 Warning Evidence "超额完成很多而没有说明" "财预〔2020〕10号：偏离目标较多的，要分析指标值设定是否准确；界限见评分方案。",
    C6 Error Evidence "目标里的要求没有交代" "一个目标有几项要求的，每一项都要有完成情况。",
    C7 Error Evidence "满意度没有测得的数" "满意度以调查为准，要有实测值。",
    C8 Warning Evidence "目标没有量化" "指标值要能比：有数量、时限或标准。",
    C9 Warning Evidence "没有登记佐证材料" "复核时要能查到材料。",
    C10 Warning Evidence "把花了多少钱当作产出数量" "数量指标写做了多少事，资金属于成本和执行率。",
    C11 Advice Evidence "权重集中在容易得分的指标上" "评审看重能比较、有难度的指标。",
    C12 Error Evidence "符号与指标的意思相反" "成本、投诉越少越好，满意度、合格率越高越好；符号反了，完成值和得分都跟着错。",
    C13 Warning Evidence "指标归错了类" "财预〔2020〕10号：产出分数量、质量、时效、成本，满意度单列；三级指标要属于它的二级指标。",
    C14 Warning Evidence "同一项指标列了两次" "复核口径：同一项指标在两处的，只计一处的分。",
    C15 Warning Evidence "看似量化，实际没法考核" "指标值要说得出分子、分母和取数来源。",
    C16 Warning Evidence "满意度没有写怎么调查的" "复核口径：没有样本、没有办法的满意度不计分。",
    C17 Warning Evidence "钱花得少，事却全做完了" "评审常问：执行率低而产出全部完成，是预算编大了，还是产出没有做完；界限见评分方案的复核口径。",
    C18 Advice Evidence "结果整齐得不像实际" "评审常指出：完成值全与目标一样、自评表全是满分的，多半没有照实填。",
    D1 Error Agreement "正文的数与表里的数不符" "文中数据与表中数据应一致。",
    D2 Error Agreement "说的数目与列出的不符" "列几项，写几项。",
    D3 Warning Agreement "同一件事前后数字不同" "前后数据应一致。",
    D4 Warning Agreement "正文与得分说法相反" "文字结论与评分结果应一致。",
    D5 Error Agreement "同一项指标前后写法不同" "各表的指标名称、权重应一致。",
    D6 Error Agreement "文中的数算起来不符" "分项之和等于总数；比率、增减和差额由所列的数算出。",
    D7 Error Agreement "与批复的绩效目标不一致" "财预〔2015〕88号：绩效目标确定后一般不予调整，确需调整的按程序报批。",
    D8 Warning Agreement "说的像是别处、别的项目" "评审常指出：单位、受益对象抄自别的报告。",
    E1 Warning Form "标题层次不对" "GB/T 9704—2012：层次序数依次为“一、”“（一）”“1.”“（1）”。",
    E2 Warning Form "文号的括号不对" "GB/T 9704—2012：年份用六角括号“〔〕”括入。",
    E3 Error Form "留有模板的提示文字" "模板里的提示不是报告的内容。",
    E4 Warning Form "括号或引号不成对，标点重复" "GB/T 15834—2011：括号、引号、书名号前后成对，点号不连用。",
    E5 Warning Form "正文里的表没有表题或单位" "表要有表题，金额要写明单位。",
    E6 Advice Form "同一栏小数位数不一致" "同一栏的小数位数应一致；金额四舍五入到两位。",
    E7 Warning Form "日期先后不合" "自评在年度结束之后进行；先做的事，日期在前。",
    E8 Advice Form "同一段话在几处重复" "评审常指出：各部分内容雷同。",
    E9 Error Form "必写部分是空的" "报告提纲里的每一部分都要写。",
    E10 Warning Form "表的编号不是全文的顺序" "表按在文中出现的先后统一编号，一表一号。",
    E11 Error Form "去年的文字还在说去年" "报告写的是本年度的情况，上年的年份要改。",
    E12 Warning Form "去年的文字还没有核过" "从上年报告带来的文字，逐段改好或确认仍然适用。",
    E13 Warning Form "表样要的栏还空着" "表样由本地财政部门规定，每一栏都要填。",
    E14 Warning Form "错别字" "公文用字要规范；名称写错的，查不到、对不上。",
    E15 Error Form "有个人信息" "《个人信息保护法》：公开的报告里不能有身份证号、银行卡号、手机号码。",
    E16 Warning Form "重点项目没有填全" "表里的每一行都要有名称和金额。",
}

/// 满分存疑: the checks that ask whether full marks are deserved.
pub const DOUBTS: [Code; 14] = [
    Code::B10,
    Code::C1,
    Code::C2,
    Code::C6,
    Code::C7,
    Code::C8,
    Code::C10,
    Code::C11,
    Code::B11,
    Code::C14,
    Code::C15,
    Code::C16,
    Code::C17,
    Code::C18,
];
