//! The glue without its fallbacks for browsers that lack what every browser with the engine's other needs has, and
//! without what only callers of the module's own class would use.

use anyhow::{Result, bail};

const REGISTRY: &str = "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(";

const ENCODE_INTO: &str = "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
";

const DISPOSE: &str =
    "if (Symbol.dispose) Engine.prototype[Symbol.dispose] = Engine.prototype.free;\n";

/// The glue's script without them.
pub fn removed(script: &str) -> Result<String> {
    let mut shorter = script.to_owned();
    let all = [
        (REGISTRY, "new FinalizationRegistry("),
        (ENCODE_INTO, ""),
        (DISPOSE, ""),
    ];
    for (fallback, instead) in all {
        if !shorter.contains(fallback) {
            bail!("the glue has this no more:\n{fallback}");
        }
        shorter = shorter.replace(fallback, instead);
    }
    Ok(shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_them_go() {
        let of_a_class = format!("const A = {REGISTRY}ptr => free(ptr));\n");
        let script = format!("{of_a_class}{of_a_class}{DISPOSE}{ENCODE_INTO}let rest;\n");
        let expected = "const A = new FinalizationRegistry(ptr => free(ptr));\n".repeat(2);
        assert_eq!(removed(&script).unwrap(), expected + "let rest;\n");
        assert!(removed("let rest;\n").is_err());
    }
}
