// The library: one call, JSON in and JSON out. It is handed nothing of the browser but its own memory.

class Trouble extends Error {
  constructor(error) {
    super(error.message);
    this.error = error;
  }
}

async function openLibrary() {
  const packed = document.getElementById('library').textContent;
  const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const { memory, page_room: room, page_ask: answer } = instance.exports;
  instance.exports._initialize();
  // Memory moves when it grows: it is looked at anew after each call.
  return question => {
    const asked = new TextEncoder().encode(JSON.stringify(question));
    const at = room(asked.length);
    if (!at) throw new Trouble({ message: 'out of memory', remedy: '' });
    new Uint8Array(memory.buffer).set(asked, at);
    const from = answer(asked.length);
    if (!from) throw new Trouble({ message: 'out of memory', remedy: '' });
    const whole = new Uint8Array(memory.buffer);
    const text = new TextDecoder().decode(whole.subarray(from, whole.indexOf(0, from)));
    const result = JSON.parse(text);
    if (result.error) throw new Trouble(result.error);
    return { text, result };
  };
}
