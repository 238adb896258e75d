//! A gazetteer that stands by itself: all that it refers to is there, and it does what its examples say.

use namelight::{Date, Example, Gazetteer, GazetteerError, Highlighter, Pack};

use crate::failure::Failure;

/// The gazetteer of these files, given as (name, text), which may refer to what is in `under`; `weighed` marks its
/// weak names.
pub fn whole(
    title: &str,
    checked: Option<Date>,
    texts: &[(String, String)],
    mut under: Highlighter,
    weighed: &dyn Fn(Gazetteer) -> Gazetteer,
) -> Result<Gazetteer, Failure> {
    let files = || {
        texts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    };
    let located = |e: GazetteerError| e.located(files());
    let named = |id: &str| {
        let entity = under.entity(under.index_of(id)?);
        Some(entity.name().to_owned())
    };
    let gazetteer = Gazetteer::from_files_over(title, checked, files(), &named)
        .map(weighed)
        .map_err(located)?;
    Pack::compile(&gazetteer)
        .and_then(|pack| under.lay_over(pack))
        .map_err(located)?;
    let faults = faults(&gazetteer, &under);
    if faults.is_empty() {
        return Ok(gazetteer);
    }
    let count = faults.len();
    Err(Failure::Fault(format!(
        "{}\nfaults: {count}",
        faults.join("\n")
    )))
}

/// What is wrong with a gazetteer that can be searched for.
fn faults(gazetteer: &Gazetteer, highlighter: &Highlighter) -> Vec<String> {
    let mut faults = Vec::new();
    for entity in gazetteer.entities() {
        if entity.links == Default::default() {
            faults.push(format!(
                "entity “{}” has no link; give it one that is certainly its own",
                entity.id
            ));
        }
        for example in &entity.examples {
            faults.extend(example_faults(highlighter, &entity.id, example));
        }
    }
    faults
}

/// What an example says and the engine does not do.
fn example_faults(highlighter: &Highlighter, id: &str, example: &Example) -> Vec<String> {
    let mentions = highlighter.annotate(&example.text, example.date);
    let lit: Vec<&str> = mentions
        .iter()
        .filter(|m| highlighter.entity(m.entity).id() == id)
        .map(|m| &example.text[m.bytes.range()])
        .collect();
    let missing = example
        .matches
        .iter()
        .filter(|t| !lit.contains(&t.as_str()));
    let spurious = example.no.iter().filter(|t| lit.contains(&t.as_str()));
    let fault = |text: &String, what: &str| {
        format!(
            "entity “{id}”: “{text}” {what} in the example “{}”",
            example.text
        )
    };
    missing
        .map(|t| fault(t, "should be lit as it and is not"))
        .chain(spurious.map(|t| fault(t, "should not be lit as it and is")))
        .collect()
}
