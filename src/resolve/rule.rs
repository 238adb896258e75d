//! The rules by their names, as `why` gives them, and how sure each leaves us.

/// What decided that a mention is its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// No other entity has the surface form.
    OnlyCandidate,
    /// A word beside it says what type of place it is: "Idlib city", "Homs and Hama provinces".
    TypeWord,
    /// A title before it is that of the person's role: "President Assad".
    Title,
    /// It stands with the state that it belongs to: "Syrian army", "Ministry of Defence of Syria".
    Composed,
    /// It is the full name of this entity, and only a short form of others.
    FullName,
    /// The entity's full name stands elsewhere in the document.
    NamedInFull,
    /// It is followed by the place that contains it: "Tripoli, Lebanon".
    Container,
    /// A place that contains it, or a body that it belongs to, is named in the document.
    Affiliation,
    /// It stands where places stand: behind a word such as "in" or "near".
    Locative,
    /// It stands for the government that sits there: "Moscow said".
    Metonym,
    /// It stands in capitals where a report says where it comes from.
    Dateline,
    /// It alone of the candidates had a role on the document's date.
    RoleAtDate,
    /// It has by far the most people of the places of that name.
    Population,
    /// Nothing decided.
    Undecided,
}

/// How sure a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// One candidate, or explicit evidence in the text.
    Certain,
    /// Population or prominence decided.
    Likely,
    /// Nothing did.
    Ambiguous,
}

impl Rule {
    /// Every rule, in the order of their numbers.
    pub const ALL: [Rule; 14] = [
        Rule::OnlyCandidate,
        Rule::TypeWord,
        Rule::Title,
        Rule::Composed,
        Rule::FullName,
        Rule::NamedInFull,
        Rule::Container,
        Rule::Affiliation,
        Rule::Locative,
        Rule::Metonym,
        Rule::Dateline,
        Rule::RoleAtDate,
        Rule::Population,
        Rule::Undecided,
    ];

    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Rule::OnlyCandidate => "only-candidate",
            Rule::TypeWord => "type-word",
            Rule::Title => "title",
            Rule::Composed => "composed",
            Rule::FullName => "full-name",
            Rule::NamedInFull => "named-in-full",
            Rule::Container => "container",
            Rule::Affiliation => "affiliation",
            Rule::Locative => "locative",
            Rule::Metonym => "metonym",
            Rule::Dateline => "dateline",
            Rule::RoleAtDate => "role-at-date",
            Rule::Population => "population",
            Rule::Undecided => "undecided",
        }
    }

    /// How sure a mention is that this rule decided.
    pub fn confidence(self) -> Confidence {
        match self {
            Rule::Locative | Rule::RoleAtDate | Rule::Population => Confidence::Likely,
            Rule::Undecided => Confidence::Ambiguous,
            _ => Confidence::Certain,
        }
    }
}

impl Confidence {
    /// Every confidence, in the order of their numbers.
    pub const ALL: [Confidence; 3] = [
        Confidence::Certain,
        Confidence::Likely,
        Confidence::Ambiguous,
    ];

    /// Its word in output.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Certain => "certain",
            Confidence::Likely => "likely",
            Confidence::Ambiguous => "ambiguous",
        }
    }
}
