//JAVA 25+
//DESCRIPTION Follows the chunks of an AF_XDP socket round its four rings.

import java.util.Arrays;

// tag::rings[]
/** Free-running indices over a power of two, as in if_xdp.h. */
static final class Ring {
  final long[] slots = new long[8];
  int producer;
  int consumer;

  int filled() {
    return producer - consumer;
  }

  void put(long address) {
    slots[producer++ & (slots.length - 1)] = address;
  }

  long take() {
    return slots[consumer++ & (slots.length - 1)];
  }
}

/** Socket and kernel share four rings; the user maps the memory of the frames. */
static final class Socket {
  final Ring fill = new Ring(); // user to kernel: empty chunks
  final Ring rx = new Ring(); // kernel to user: frames
  final Ring tx = new Ring(); // user to kernel: frames
  final Ring completion = new Ring(); // kernel to user: chunks that were sent
  int noChunk;

  /** XDP_REDIRECT takes a chunk from the fill ring, or the frame is lost. */
  void redirect() {
    if (fill.filled() == 0) {
      noChunk++;
    } else {
      rx.put(fill.take());
    }
  }
}

// end::rings[]

void main() {
  IO.println("                          fill   rx   tx  completion  lost");
  for (boolean careful : new boolean[] {true, false}) {
    Socket socket = new Socket();
    for (long chunk = 0; chunk < 4; chunk++) {
      socket.fill.put(chunk * 2048);
    }
    IO.println(careful ? "takes completions" : "forgets completions");
    for (int round = 1; round <= 2; round++) {
      round(socket, careful);
    }
  }
}

// tag::round[]
void round(Socket socket, boolean careful) {
  for (int frame = 0; frame < 5; frame++) {
    socket.redirect();
  }
  show("  five frames came", socket);
  while (socket.rx.filled() > 0) {
    socket.tx.put(socket.rx.take()); // answered in place
  }
  while (socket.tx.filled() > 0) {
    socket.completion.put(socket.tx.take()); // the driver has sent it
  }
  show("  answered and sent", socket);
  while (careful && socket.completion.filled() > 0) {
    socket.fill.put(socket.completion.take());
  }
}

// end::round[]

void show(String step, Socket socket) {
  Ring[] rings = {socket.fill, socket.rx, socket.tx, socket.completion};
  Object[] counts = Arrays.stream(rings).map(Ring::filled).toArray();
  String row = "%-24s".formatted(step) + "%6d %4d %4d %11d".formatted(counts);
  IO.println(row + " %5d".formatted(socket.noChunk));
}
