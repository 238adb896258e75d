//! The names by which the compiled module and its glue know what the glue hands in, made short.
//!
//! Each ends with a hash, which hardly compresses: of a module of 110 KB they take one.

use std::collections::HashMap;

use anyhow::{Result, bail};
use walrus::Module;

/// The short name of each import.
pub type Short = HashMap<String, String>;

/// Gives the imports of the module short names; returns which.
pub fn shorten(module: &mut Module) -> Short {
    let mut short = Short::new();
    for import in module.imports.iter_mut() {
        let next = format!("_{}", short.len());
        let name = short.entry(import.name.clone()).or_insert(next);
        import.name.clone_from(name);
    }
    short
}

/// The glue's script, in which each import is a line that begins with its name, with the short names.
pub fn renamed(script: &str, short: &Short) -> Result<String> {
    let mut renamed = String::with_capacity(script.len());
    let mut count = 0;
    for line in script.lines() {
        let name = line
            .trim_start()
            .split_once(": ")
            .map_or("", |(name, _)| name);
        match short.get(name) {
            Some(new) => {
                renamed += &line.replacen(name, new, 1);
                count += 1;
            }
            None => renamed += line,
        }
        renamed.push('\n');
    }
    if count != short.len() {
        bail!(
            "of the module's {} imports the glue has {count}",
            short.len()
        );
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_glue_have_the_same_names() {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        for name in ["__wbg_then_656f253a5dd7d8ea", "__wbg_new_023500f5b740f7f1"] {
            module.add_import_func("./glue.js", name, ty);
        }
        let short = shorten(&mut module);
        let names: Vec<&str> = module.imports.iter().map(|i| i.name.as_str()).collect();
        assert_eq!(names, ["_0", "_1"]);
        let script = "const imports = {\n    __wbg_new_023500f5b740f7f1: function() {},\n    \
                      __wbg_then_656f253a5dd7d8ea: function() {},\n    other: 1,\n};\n";
        let expected = "const imports = {\n    _1: function() {},\n    _0: function() {},\n    other: 1,\n};\n";
        assert_eq!(renamed(script, &short).unwrap(), expected);
        assert!(renamed("const imports = {};\n", &short).is_err());
    }
}
