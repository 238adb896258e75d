//! Packs in the browser: fetched with progress and abort, and decompressed by the browser itself.

use js_sys::{Array, Function, Reflect, TypeError, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair,
    RequestInit, Response, WritableStream,
};

use super::{error::thrown, fields::set, timeline};
use crate::{
    gazetteer::{ErrorKind, GazetteerError},
    pack::{HEADER_LENGTH, Pack, PackHeader},
};

/// No pack is larger as it is shipped.
const MOST_BYTES: usize = 1 << 30;

#[wasm_bindgen]
extern "C" {
    /// The global function, of a window and of a worker alike.
    #[wasm_bindgen(js_name = fetch)]
    fn global_fetch(source: &JsValue, init: &RequestInit) -> js_sys::Promise;

    /// Not yet among web-sys' stable interfaces.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// A pack: of its bytes, or of what is fetched from an address, a `Request` or a `Response`.
pub(super) async fn read(
    source: JsValue,
    on_progress: Option<Function>,
    signal: Option<AbortSignal>,
) -> Result<Pack, JsValue> {
    let bytes = match source.dyn_into::<Uint8Array>() {
        Ok(bytes) => bytes.to_vec(),
        Err(source) => {
            let fetched = fetch(source, on_progress, signal.as_ref()).await;
            // A stopped stream fails in ways of its own.
            go_on(signal.as_ref())?;
            fetched?
        }
    };
    let header = PackHeader::read(&bytes)?;
    let packed = Array::of1(&Uint8Array::from(&bytes[HEADER_LENGTH..]));
    let gzip = DecompressionStream::new("gzip")?;
    let pair = ReadableWritablePair::new(&gzip.readable(), &gzip.writable());
    let content = Blob::new_with_u8_array_sequence(&packed)?
        .stream()
        .pipe_through(&pair);
    // What does not decompress, or to more than the header says, is damaged.
    let content = all_bytes(&content, header.raw_length(), &|_| Ok(())).await;
    let content = content.map_err(|_| {
        let message = "the pack is damaged: it does not decompress; fetch it or make it again";
        JsValue::from(GazetteerError::new(ErrorKind::DamagedPack, message))
    })?;
    go_on(signal.as_ref())?;
    Ok(timeline::measured("namelight: read pack", || {
        header.pack(content)
    })?)
}

/// An error of the code `aborted` where the signal has been given, with its reason as the cause.
fn go_on(signal: Option<&AbortSignal>) -> Result<(), JsValue> {
    let Some(signal) = signal.filter(|s| s.aborted()) else {
        return Ok(());
    };
    let error = thrown("aborted", "loading was stopped");
    set(&error, "cause", signal.reason());
    Err(error)
}

async fn fetch(
    source: JsValue,
    on_progress: Option<Function>,
    signal: Option<&AbortSignal>,
) -> Result<Vec<u8>, JsValue> {
    let response: Response = match source.dyn_into::<Response>() {
        Ok(response) => response,
        Err(source) => {
            let init = RequestInit::new();
            init.set_signal(signal);
            let answer = JsFuture::from(global_fetch(&source, &init)).await;
            answer
                .map_err(|e| unfetched(e, "nothing answers at its address"))?
                .dyn_into()?
        }
    };
    if !response.ok() {
        let message = format!(
            "the pack could not be fetched from {}: HTTP status {}",
            response.url(),
            response.status()
        );
        return Err(thrown("fetch", &message));
    }
    let length = response.headers().get("content-length")?;
    let total: u32 = length.and_then(|l| l.parse().ok()).unwrap_or(0);
    let body = response
        .body()
        .ok_or_else(|| thrown("fetch", "the response has no body, or it was read before"))?;
    let progress = |loaded: usize| -> Result<(), JsValue> {
        if let Some(signal) = signal.filter(|s| s.aborted()) {
            return Err(signal.reason());
        }
        if let Some(report) = &on_progress {
            report.call2(&JsValue::NULL, &(loaded as f64).into(), &total.into())?;
        }
        Ok(())
    };
    let bytes = all_bytes(&body, MOST_BYTES, &progress).await;
    let broken = "the connection broke, or the response was read before";
    bytes.map_err(|e| unfetched(e, broken))
}

/// What browsers throw where nothing comes has no code of its own.
fn unfetched(cause: JsValue, why: &str) -> JsValue {
    if cause.is_instance_of::<TypeError>() {
        return thrown("fetch", &format!("the pack could not be fetched: {why}"));
    }
    cause
}

/// All bytes of a stream, up to `most`. `seen` is called with their number after each piece, and may end it.
async fn all_bytes(
    stream: &ReadableStream,
    most: usize,
    seen: &dyn Fn(usize) -> Result<(), JsValue>,
) -> Result<Vec<u8>, JsValue> {
    let reader = ReadableStreamDefaultReader::new(stream)?;
    let mut all = Vec::new();
    let ended = loop {
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            break Ok(());
        }
        let piece: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
        let old = all.len();
        if old + piece.length() as usize > most {
            break Err(thrown(
                ErrorKind::TooLarge.code(),
                &format!("more than {most} bytes"),
            ));
        }
        all.resize(old + piece.length() as usize, 0);
        piece.copy_to(&mut all[old..]);
        if let Err(stopped) = seen(all.len()) {
            break Err(stopped);
        }
    };
    if let Err(reason) = ended {
        // The stream's own answer to being cancelled changes nothing for the one who stopped it.
        let _ = JsFuture::from(reader.cancel_with_reason(&reason)).await;
        return Err(reason);
    }
    Ok(all)
}
