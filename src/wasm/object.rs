//! Gazetteers given as JavaScript objects, of the shape of gazetteer files. The cases that refuse files are run on
//! objects too, so that the two ways of reading agree.

use wasm_bindgen::JsValue;

use super::fields::{Fields, Read, syntax, text};
use crate::{
    date::Date,
    entity::{Entity, EntityType, Example, Links, Mute, Role, SurfaceForm},
    gazetteer::{Gazetteer, clip, explain},
};

/// The gazetteer of an object. Examples are for those who make gazetteers; they are read and not run here.
pub(super) fn gazetteer(value: &JsValue) -> Read<Gazetteer> {
    let file = Fields::of(
        value,
        "",
        &["$schema", "title", "entities", "examples", "mute"],
    )?;
    if !file.has("entities") {
        return Err(syntax(
            "missing field `entities`: a gazetteer is an object {entities: […]}",
        ));
    }
    file.list("examples", example)?;
    let entities = file.list("entities", |value, path| {
        entity(value).map_err(|e| {
            let id = js_sys::Reflect::get(value, &"id".into())
                .ok()
                .and_then(|id| id.as_string());
            e.in_entity(&id.map_or_else(|| path.to_owned(), |id| clip(&id)))
        })
    })?;
    let mutes = file.list("mute", mute)?;
    Gazetteer::new(file.text("title")?.unwrap_or_default(), None, entities)?.with_mutes(mutes)
}

fn entity(value: &JsValue) -> Read<Entity> {
    const FIELDS: [&str; 11] = [
        "id",
        "type",
        "name",
        "weak",
        "names",
        "roles",
        "links",
        "in",
        "at",
        "population",
        "examples",
    ];
    let fields = Fields::of(value, "", &FIELDS)?;
    Ok(Entity {
        id: fields.required("id")?,
        entity_type: fields
            .word::<EntityType>("type")?
            .ok_or_else(|| explain("", "missing field `type`"))?,
        name: fields.required("name")?,
        weak: fields.flag("weak")?,
        names: fields.list("names", surface_form)?,
        roles: fields.list("roles", role)?,
        links: links(&fields)?,
        within: fields.list("in", text)?,
        at: fields.pair("at")?,
        population: fields.whole_number("population")?,
        examples: fields.list("examples", example)?,
    })
}

fn surface_form(value: &JsValue, path: &str) -> Read<SurfaceForm> {
    if let Some(text) = value.as_string() {
        return Ok(SurfaceForm::from_text(text));
    }
    let fields = Fields::of(
        value,
        path,
        &["text", "form", "case", "lang", "needs", "not", "weak"],
    )?;
    let form = SurfaceForm::from_parts(
        fields.required("text")?,
        fields.word("form")?,
        fields.word("case")?,
    );
    Ok(SurfaceForm {
        lang: fields.text("lang")?,
        needs: fields.list("needs", text)?,
        not: fields.list("not", text)?,
        weak: fields.flag("weak")?,
        ..form
    })
}

fn role(value: &JsValue, path: &str) -> Read<Role> {
    let fields = Fields::of(value, path, &["title", "of", "from", "to", "source"])?;
    Ok(Role {
        title: fields.required("title")?,
        of: fields.text("of")?,
        from: fields.date("from")?,
        to: fields.date("to")?,
        source: fields.text("source")?,
    })
}

fn links(entity: &Fields) -> Read<Links> {
    let Some(fields) = entity.object("links", &["wikipedia", "wikidata", "geonames", "website"])?
    else {
        return Ok(Links::default());
    };
    Ok(Links {
        wikipedia: fields.text("wikipedia")?,
        wikidata: fields.text("wikidata")?,
        geonames: fields.whole_number("geonames")?,
        website: fields.text("website")?,
    })
}

fn mute(value: &JsValue, path: &str) -> Read<Mute> {
    let fields = Fields::of(value, path, &["entity", "text"])?;
    Ok(Mute {
        entity: fields.text("entity")?,
        text: fields.text("text")?,
    })
}

fn example(value: &JsValue, path: &str) -> Read<Example> {
    let fields = Fields::of(value, path, &["text", "entity", "date", "match", "no"])?;
    let date = fields.text("date")?;
    Ok(Example {
        text: fields.required("text")?,
        entity: fields.text("entity")?,
        date: date
            .map(|d| Date::parse(&d))
            .transpose()
            .map_err(|e| explain(path, &e.to_string()))?,
        matches: fields.list("match", text)?,
        no: fields.list("no", text)?,
    })
}
