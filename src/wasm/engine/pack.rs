//! Packs in the browser: fetched with progress and abort, and decompressed by the browser itself.

use js_sys::{Array, Function, Promise, Reflect, TypeError, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, MessageChannel, ReadableStream, ReadableStreamDefaultReader, RequestInit,
    Response, WritableStream,
};

use super::{
    super::{error::thrown, set},
    timeline,
};
use crate::{
    gazetteer::{ErrorKind, GazetteerError},
    pack::{HEADER_LENGTH, Pack, PackHeader},
};

#[wasm_bindgen]
extern "C" {
    /// The global function, of a window and of a worker alike.
    #[wasm_bindgen(js_name = fetch)]
    fn global_fetch(source: &JsValue, init: &RequestInit) -> Promise;

    /// Not yet among web-sys' stable interfaces.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// So many bytes are decompressed at a time.
const SLICE: u32 = 1 << 16;

/// So many bytes of a stream are taken in one task, more or less: browsers decompress a megabyte in five milliseconds.
const AT_ONCE: u32 = 1 << 21;

/// A pack as it comes. Its bytes stay outside of the module's memory, but for the header.
#[derive(Default)]
struct Packed {
    start: Vec<u8>,
    /// What follows the header, in pieces.
    rest: Array,
    length: usize,
}

impl Packed {
    /// Takes the next bytes; an error as soon as they cannot be of a pack.
    fn add(&mut self, piece: &Uint8Array) -> Result<(), GazetteerError> {
        let missing = (HEADER_LENGTH - self.start.len()) as u32;
        let end = piece.length().min(missing);
        if end > 0 {
            self.start.extend(piece.subarray(0, end).to_vec());
        }
        self.rest.push(&piece.subarray(end, piece.length()));
        self.length += piece.length() as usize;
        if self.start.len() == HEADER_LENGTH {
            PackHeader::read(&self.start)?.check_most(self.length)?;
        }
        Ok(())
    }
}

impl Packed {
    /// Writes what follows the header, in slices, so that none is a long work. What fails, fails where it is read.
    fn write(self, stream: &WritableStream) -> Result<(), JsValue> {
        let writer = stream.get_writer()?;
        let written = Array::new();
        for piece in self.rest.iter() {
            let piece: Uint8Array = piece.unchecked_into();
            for from in (0..piece.length()).step_by(SLICE as usize) {
                let slice = piece.subarray(from, piece.length().min(from + SLICE));
                written.push(&writer.write_with_chunk(&slice));
            }
        }
        written.push(&writer.close());
        let _ = Promise::all_settled(&written);
        Ok(())
    }
}

/// A pack: of its bytes, or of what is fetched from an address, a `Request` or a `Response`.
pub(super) async fn read(
    source: JsValue,
    on_progress: Option<Function>,
    signal: Option<AbortSignal>,
) -> Result<Pack, JsValue> {
    let mut packed = Packed::default();
    match source.dyn_into::<Uint8Array>() {
        Ok(bytes) => packed.add(&bytes)?,
        Err(source) => {
            let fetched = fetch(source, on_progress, signal.as_ref(), &mut packed).await;
            // A stopped stream fails in ways of its own.
            go_on(signal.as_ref())?;
            fetched?;
        }
    }
    let header = PackHeader::read(&packed.start)?;
    header.check_length(packed.length)?;
    let gzip = DecompressionStream::new("gzip")?;
    packed.write(&gzip.writable())?;
    // All that it will need, once.
    let mut content = Vec::new();
    let room = content.try_reserve_exact(header.raw_length());
    room.map_err(|_| header.too_large())?;
    // What does not decompress, or to more than the header says, is damaged.
    let mut unpack = |piece: &Uint8Array| {
        let from = content.len();
        let to = from + piece.length() as usize;
        if to > header.raw_length() {
            return Err(JsValue::NULL);
        }
        content.resize(to, 0);
        piece.copy_to(&mut content[from..]);
        Ok(())
    };
    let whole = each_piece(&gzip.readable(), &mut unpack).await;
    whole.map_err(|_| {
        let message = "the pack is damaged: it does not decompress; fetch it or make it again";
        JsValue::from(GazetteerError::new(ErrorKind::DamagedPack, message))
    })?;
    go_on(signal.as_ref())?;
    header.check_content(&content)?;
    breathe().await;
    let work = timeline::begin("namelight: read pack");
    let pack = Pack::read(content, || Box::pin(breathe())).await;
    work.end();
    go_on(signal.as_ref())?;
    Ok(pack?)
}

/// Lets the browser do what waits. Timers wait long in tabs that are not seen, and messages do not.
async fn breathe() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let heard = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        // It is never refused.
        let _ = JsFuture::from(heard).await;
    }
    channel.port1().close();
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
    packed: &mut Packed,
) -> Result<(), JsValue> {
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
    let mut take = |piece: &Uint8Array| {
        packed.add(piece)?;
        if let Some(signal) = signal.filter(|s| s.aborted()) {
            return Err(signal.reason());
        }
        if let Some(report) = &on_progress {
            let loaded = packed.length as f64;
            report.call2(&JsValue::NULL, &loaded.into(), &total.into())?;
        }
        Ok(())
    };
    let taken = each_piece(&body, &mut take).await;
    let broken = "the connection broke, or the response was read before";
    taken.map_err(|e| unfetched(e, broken))
}

/// What browsers throw where nothing comes has no code of its own.
fn unfetched(cause: JsValue, why: &str) -> JsValue {
    if cause.is_instance_of::<TypeError>() {
        return thrown("fetch", &format!("the pack could not be fetched: {why}"));
    }
    cause
}

/// Hands over each piece of a stream, and lets the browser do what waits from time to time; an error of `take` ends it.
async fn each_piece(
    stream: &ReadableStream,
    take: &mut dyn FnMut(&Uint8Array) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    let reader = ReadableStreamDefaultReader::new(stream)?;
    let mut taken = 0;
    loop {
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            return Ok(());
        }
        let piece: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
        if let Err(reason) = take(&piece) {
            // The stream's own answer to being cancelled changes nothing for the one who stopped it.
            let _ = JsFuture::from(reader.cancel_with_reason(&reason)).await;
            return Err(reason);
        }
        taken += piece.length();
        if taken > AT_ONCE {
            taken = 0;
            breathe().await;
        }
    }
}
