//! Gazetteers given as JavaScript objects, of the shape of gazetteer files. The cases that refuse files are run on
//! objects too, so that the two ways of reading agree.

use wasm_bindgen::JsValue;

use super::fields::{Fault, Fields};
use crate::{
    date::Date,
    entity::{CaseRule, Entity, EntityType, Example, Form, Links, Mute, Role, SurfaceForm},
    gazetteer::{ErrorKind, Gazetteer, GazetteerError, at_path, clip},
};

/// The gazetteer of an object. Examples are for those who make gazetteers; they are read and not run here.
pub(super) fn gazetteer(value: &JsValue) -> Result<Gazetteer, GazetteerError> {
    const FIELDS: [&str; 5] = ["$schema", "title", "entities", "examples", "mute"];
    let fault = Fault::default();
    let file = Fields::of(value, "", &FIELDS, &fault);
    if !file.has("entities") {
        fault.note(GazetteerError::new(
            ErrorKind::Syntax,
            "missing field `entities`: a gazetteer is an object {entities: […]}",
        ));
    }
    file.list("examples", example);
    let entities = file.list("entities", entity);
    let mutes = file.list("mute", mute);
    let title = file.text("title").unwrap_or_default();
    let (title, entities, mutes) = fault.unless((title, entities, mutes))?;
    Gazetteer::new(title, None, entities)?.with_mutes(mutes)
}

/// An entity, whose faults name it.
fn entity(value: &JsValue, path: &str, fault: &Fault) -> Entity {
    let own = Fault::default();
    let entity = entity_fields(value, &own);
    if let Err(error) = own.unless(()) {
        let id = js_sys::Reflect::get(value, &"id".into())
            .ok()
            .and_then(|id| id.as_string());
        fault.note(error.in_entity(&id.map_or_else(|| path.to_owned(), |id| clip(&id))));
    }
    entity
}

fn entity_fields(value: &JsValue, fault: &Fault) -> Entity {
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
    let fields = Fields::of(value, "", &FIELDS, fault);
    let id = fields.required("id");
    let entity_type = fields.word("type", &EntityType::ALL.map(EntityType::name));
    if entity_type.is_none() {
        fault.note(at_path("", "missing field `type`"));
    }
    Entity {
        id,
        entity_type: EntityType::ALL[entity_type.unwrap_or(0)],
        name: fields.required("name"),
        weak: fields.flag("weak"),
        names: fields.list("names", surface_form),
        roles: fields.list("roles", role),
        links: links(&fields),
        within: fields.texts("in"),
        at: fields.pair("at"),
        population: fields.whole_number("population"),
        examples: fields.list("examples", example),
    }
}

fn surface_form(value: &JsValue, path: &str, fault: &Fault) -> SurfaceForm {
    const FIELDS: [&str; 7] = ["text", "form", "case", "lang", "needs", "not", "weak"];
    if let Some(text) = value.as_string() {
        return SurfaceForm::from_text(text);
    }
    let fields = Fields::of(value, path, &FIELDS, fault);
    let text = fields.required("text");
    let form = fields.word("form", &Form::ALL.map(Form::name));
    let case = fields.word("case", &CaseRule::ALL.map(CaseRule::name));
    let form = SurfaceForm::from_parts(
        text,
        form.map(|n| Form::ALL[n]),
        case.map(|n| CaseRule::ALL[n]),
    );
    SurfaceForm {
        lang: fields.text("lang"),
        needs: fields.texts("needs"),
        not: fields.texts("not"),
        weak: fields.flag("weak"),
        ..form
    }
}

fn role(value: &JsValue, path: &str, fault: &Fault) -> Role {
    const FIELDS: [&str; 5] = ["title", "of", "from", "to", "source"];
    let fields = Fields::of(value, path, &FIELDS, fault);
    Role {
        title: fields.required("title"),
        of: fields.text("of"),
        from: fields.date("from"),
        to: fields.date("to"),
        source: fields.text("source"),
    }
}

fn links(entity: &Fields) -> Links {
    const FIELDS: [&str; 4] = ["wikipedia", "wikidata", "geonames", "website"];
    let Some(fields) = entity.object("links", &FIELDS) else {
        return Links::default();
    };
    Links {
        wikipedia: fields.text("wikipedia"),
        wikidata: fields.text("wikidata"),
        geonames: fields.whole_number("geonames"),
        website: fields.text("website"),
    }
}

fn mute(value: &JsValue, path: &str, fault: &Fault) -> Mute {
    let fields = Fields::of(value, path, &["entity", "text"], fault);
    Mute {
        entity: fields.text("entity"),
        text: fields.text("text"),
    }
}

fn example(value: &JsValue, path: &str, fault: &Fault) -> Example {
    const FIELDS: [&str; 5] = ["text", "entity", "date", "match", "no"];
    let fields = Fields::of(value, path, &FIELDS, fault);
    let date = fields.text("date").map(|d| Date::parse(&d)).transpose();
    let date = date.map_err(|e| fault.note(at_path(path, &e.to_string())));
    Example {
        text: fields.required("text"),
        entity: fields.text("entity"),
        date: date.unwrap_or_default(),
        matches: fields.texts("match"),
        no: fields.texts("no"),
    }
}
