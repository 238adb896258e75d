//! A web server for one folder of finished files, on this machine only.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Request, Response, Server};

/// The port that is tried first where none is asked for, and how many after it.
const FIRST_PORT: u16 = 4173;
const PORTS: u16 = 100;

/// Requests answered at the same time.
const WORKERS: usize = 4;

/// Serves until the program is ended, after printing the address.
pub fn folder(folder: &Path, port: Option<u16>) -> Result<()> {
    let listener = bind(port)?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None)
        .map_err(|error| anyhow!("cannot serve on {address}: {error}"))?;
    let server = Arc::new(server);
    println!("\nServing the demo page; Ctrl-C ends it.\nhttp://{address}/");
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let server = Arc::clone(&server);
            let folder = folder.to_path_buf();
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    // A reader who has gone away needs no answer.
                    let _ = answer(request, &folder);
                }
            })
        })
        .collect();
    for worker in workers {
        if worker.join().is_err() {
            bail!("the server stopped");
        }
    }
    Ok(())
}

fn bind(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot serve on port {port}"));
    }
    (FIRST_PORT..FIRST_PORT + PORTS)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| {
            format!(
                "no free port from {FIRST_PORT} to {}; choose one with --port",
                FIRST_PORT + PORTS - 1
            )
        })
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let file =
        file_for(request.url(), folder).and_then(|path| Some((File::open(&path).ok()?, path)));
    match file {
        Some((file, path)) => request.respond(
            Response::from_file(file)
                .with_header(header("Content-Type", content_type(&path)))
                .with_header(header("Cache-Control", "no-cache")),
        ),
        None => request.respond(Response::from_string("not found\n").with_status_code(404)),
    }
}

/// The file that a request's path names, where it stays inside the folder.
fn file_for(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = decoded(url.split(['?', '#']).next()?)?;
    let relative = Path::new(path.trim_start_matches('/'));
    let is_inside = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let mut file = folder.join(relative);
    if path.ends_with('/') {
        file.push("index.html");
    }
    (is_inside && file.is_file()).then_some(file)
}

/// Replaces `%20` and the like.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let code = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
            bytes.push(u8::try_from(code).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values here are plain ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_inside_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let rows = [
            ("/Cargo.toml", true),
            ("/src/serve.rs?v=1", true),
            ("/src/%73erve.rs", true),
            ("/src", false),
            ("/src/", false),
            ("/absent.txt", false),
            ("/../Cargo.toml", false),
            ("/src/../Cargo.toml", false),
            ("/%2e%2e/Cargo.toml", false),
            ("//etc/passwd", false),
            ("/%zz", false),
            ("/Cargo.toml%", false),
        ];
        for (url, is_found) in rows {
            assert_eq!(file_for(url, folder).is_some(), is_found, "{url}");
        }
    }

    #[test]
    fn types_that_browsers_insist_on() {
        assert_eq!(content_type(Path::new("a/b.wasm")), "application/wasm");
        assert!(content_type(Path::new("b.js")).starts_with("text/javascript"));
    }

    #[test]
    fn only_this_machine_can_connect() {
        let listener = bind(Some(0)).unwrap();
        assert!(listener.local_addr().unwrap().ip().is_loopback());
    }
}
