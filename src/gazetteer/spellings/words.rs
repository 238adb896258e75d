//! The words, endings and articles that the rules of spelling look at.

/// Words of names from Arabic, each with its usual spellings.
pub(super) const ARABIC: [&[&str]; 40] = [
    &["Mohammed", "Mohamed", "Mohammad", "Muhammad"],
    &["Hussein", "Hussain", "Husayn"],
    &["Ahmed", "Ahmad"],
    &["Yusuf", "Yousef", "Youssef"],
    &["Omar", "Umar"],
    &["Khaled", "Khalid"],
    &["Qassem", "Qasem", "Kassem", "Qasim"],
    &["Mahmoud", "Mahmud"],
    &["Abdullah", "Abdallah"],
    &["Abdulrahman", "Abdelrahman", "Abdurrahman"],
    &["Hassan", "Hasan"],
    &["Saleh", "Salih"],
    &["Faisal", "Faysal"],
    &["Hashem", "Hashim"],
    &["Tariq", "Tarek", "Tareq"],
    &["Adel", "Adil"],
    &["Haidar", "Haider"],
    &["Osama", "Usama"],
    &["Othman", "Uthman"],
    &["Suleiman", "Sulaiman", "Soliman"],
    &["Mustafa", "Mostafa"],
    &["Riyad", "Riad"],
    &["Nouri", "Nuri"],
    &["Fouad", "Fuad"],
    &["Ismail", "Ismael"],
    &["Assad", "Asad"],
    &["Moqtada", "Muqtada"],
    &["Sheikh", "Shaikh", "Shaykh"],
    &["Jaysh", "Jaish", "Jeish"],
    &["Kataib", "Kataeb"],
    &["Faylaq", "Failaq"],
    &["Jabal", "Jebel"],
    &["Qaeda", "Qaida"],
    &["Qassam", "Kassam"],
    &["Ayn", "Ain", "Ein"],
    &["Burj", "Bourj"],
    &["Mujahideen", "Mujahidin", "Mujahedin"],
    &["Naim", "Naeem"],
    &["Rashid", "Rasheed"],
    &["Walid", "Waleed"],
];

/// Those of the words that are surnames by themselves.
pub(super) const SURNAMES: [&str; 2] = ["Assad", "Asad"];

/// First names from Russian and Ukrainian, each with its usual spellings.
pub(super) const SLAVIC: [&[&str]; 18] = [
    &["Sergei", "Sergey"],
    &["Serhiy", "Serhii"],
    &["Andrei", "Andrey"],
    &["Andriy", "Andrii"],
    &["Alexei", "Alexey", "Aleksei"],
    &["Oleksiy", "Oleksii"],
    &["Dmitry", "Dmitri", "Dmitriy"],
    &["Yury", "Yuri", "Yuriy"],
    &["Yuriy", "Yurii"],
    &["Valery", "Valeriy"],
    &["Valeriy", "Valerii"],
    &["Vitaly", "Vitaliy", "Vitalii"],
    &["Anatoly", "Anatoliy", "Anatolii"],
    &["Gennady", "Gennadi"],
    &["Alexander", "Aleksandr"],
    &["Yevgeny", "Evgeny", "Yevgeniy"],
    &["Yulia", "Yuliya", "Iuliia"],
    &["Mykhailo", "Mykhaylo"],
];

/// Endings of surnames in Cyrillic of which the first stands for all.
pub(super) const SKY: [&str; 5] = ["skyi", "skyy", "skiy", "skii", "sky"];

/// Words after which an article belongs to a name in one piece: it is not left out there.
pub(super) const BOUND: [&str; 12] = [
    "Abd", "Abu", "Umm", "bin", "ibn", "Ibn", "Ould", "Bab", "Ras", "Dar", "Deir", "Ain",
];

/// What an article makes one word of together with what stands before it.
pub(super) const SECOND_PARTS: [&str; 7] =
    ["Din", "Islam", "Rahman", "Dawla", "Haq", "Deen", "Allah"];

/// The other words of the groups that a word is in.
pub(super) fn others(groups: &[&[&str]], word: &str) -> Vec<String> {
    groups
        .iter()
        .filter(|group| group.contains(&word))
        .flat_map(|group| group.iter().filter(|other| **other != word))
        .map(|other| (*other).to_owned())
        .collect()
}
