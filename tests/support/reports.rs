//! Short invented reports, as many as wanted, each with names of its own and some that all share.

/// Syllables that names are made of.
const SYLLABLES: [&str; 12] = ["云", "青", "石", "松", "岚", "泽", "启", "茂", "恒", "川", "鹿", "白"];

/// A name of two syllables, another for each number below 144.
fn name(number: usize) -> String {
    let [first, second] = [number / SYLLABLES.len(), number].map(|at| SYLLABLES[at % SYLLABLES.len()]);
    format!("{first}{second}")
}

/// Report `number`, which speaks of figures of the edition `edition`.
pub fn report(number: usize, edition: usize) -> String {
    let (county, firm, town) = (name(number % 5 + 20), name(number + 50), name(number + 90));
    let year = 2019 + number % 5;
    let (last, growth) = (year - 1, edition % 7 + 2);
    format!(
        "{county}县{year}年政府工作报告\n\n——{year}年1月6日在{county}县第十八届人民代表大会第二次会议上\n\n\
         {county}县人民政府县长  林望川\n\n各位代表：\n\n一、{last}年工作回顾\n\n\
         过去一年，全县地区生产总值增长{growth}.2%。{firm}制药口服液生产线建成投产，恒泽制药完成投资{growth}亿元。\
         {firm}制药、恒泽制药、{county}酒业等5户企业升规入统。{town}镇获评全国文明村镇，完成造林{edition}4.36万亩。\n\n\
         二、{year}年工作安排\n\n今年，我们将实施“强链补链”行动，推进{firm}制药二期项目建设，总投资{edition}亿元。\
         支持{county}酒业做大做强，举办第三届{county}山货节。\n"
    )
}
