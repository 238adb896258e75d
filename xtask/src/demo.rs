//! `cargo xtask demo`: makes what the demo page needs, skipping what is up to date, and
//! serves it.

use std::time::Instant;

use anyhow::Result;

use crate::products::{DEMO, PACKAGE};
use crate::{engine, node, project, serve};

/// Serves on `port`, or on the first free one from the usual port on.
pub fn run(port: Option<u16>) -> Result<()> {
    timed("npm packages", node::packages)?;
    timed("engine", engine::make)?;
    timed("base pack", engine::make_pack)?;
    for product in [PACKAGE, DEMO] {
        timed(product.name, || product.make_unless_current())?;
    }
    serve::folder(&project::at(DEMO.folder), port)
}

fn timed(name: &str, work: impl FnOnce() -> Result<bool>) -> Result<()> {
    let start = Instant::now();
    let state = if work()? { "ready" } else { "up to date" };
    println!("{name}: {state} ({:.1} s)", start.elapsed().as_secs_f64());
    Ok(())
}
