/** A part of a page that does all it can when it is let in, and what of it is text. */

export const PARAGRAPH = 'In Aleppo, Bashar al-Assad met Vladimir Putin.';

/** What a page could do in a reader's browser if it were let in. */
export const HOSTILE = `
  <h1>A headline</h1>
  <script>globalThis.ran = 1</script>
  <img src="https://elsewhere.example/pixel.png" onerror="globalThis.ran = 2">
  <img src=x onerror="globalThis.ran = 3">
  <iframe srcdoc="<script>parent.ran = 4</script>"></iframe>
  <iframe src="https://elsewhere.example/"></iframe>
  <svg onload="globalThis.ran = 5"><script>globalThis.ran = 6</script></svg>
  <math><mtext></p><style><img src=x onerror="globalThis.ran = 7"></style></mtext></math>
  <form action="https://elsewhere.example/"><input name="cookie"><button>Send</button></form>
  <link rel="stylesheet" href="https://elsewhere.example/style.css">
  <style>body { display: none }</style>
  <base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">
  <p onclick="globalThis.ran = 8" style="position:fixed" id="headline" class="skip">${PARAGRAPH}</p>
  <a href="javascript:globalThis.ran=9">A link</a> <a href="https://elsewhere.example/page">Another link</a>
  <noscript><p title="</noscript><img src=x onerror=globalThis.ran=10>"></p></noscript>
  <video src="https://elsewhere.example/v.mp4" autoplay></video><object data="https://elsewhere.example/o"></object>
  <template><img src=x onerror="globalThis.ran = 11"></template>
  <details open ontoggle="globalThis.ran = 12"><summary>More</summary></details>
  <p>Bashar <b>al-Assad</b> left <i>Damascus</i>.</p>`;
