//! Where within its entity or file a fault is, so that its line can be found.

/// A place within an entity: the steps to a field, of which `*` is an item's number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct At {
    #[cfg(files)]
    path: &'static str,
    #[cfg(files)]
    item: u32,
}

impl At {
    /// A field, as `links.wikipedia`.
    pub const fn field(path: &'static str) -> At {
        At::item(path, 0)
    }

    /// A field of a numbered item, as `roles.*.to`.
    #[cfg(files)]
    pub const fn item(path: &'static str, item: usize) -> At {
        At {
            path,
            item: item as u32,
        }
    }

    /// Objects have no lines: a place in one is nobody's question.
    #[cfg(not(files))]
    pub const fn item(_: &'static str, _: usize) -> At {
        At {}
    }

    /// The steps that lead there.
    #[cfg(files)]
    pub fn steps(self) -> impl Iterator<Item = Step> {
        let steps = self.path.split('.').filter(|step| !step.is_empty());
        steps.map(move |step| match step {
            "*" => Step::Item(self.item as usize),
            field => Step::Field(field),
        })
    }
}

/// A step into a value.
#[cfg(files)]
pub(crate) enum Step {
    /// To a field of an object.
    Field(&'static str),
    /// To an item of a list.
    Item(usize),
}
