/** A frame of another site beside the one of the page's own. */
const frame = document.createElement('iframe');
frame.id = 'other';
frame.width = '600';
frame.height = '200';
frame.src = `http://localhost:${location.port}/inner.html`;
document.body.append(frame);
