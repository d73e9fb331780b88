/**
 * Thrown in place of an answer: the connection broke. In process it looks like what `fetch` throws in a browser; over the
 * network `serve` destroys the socket.
 */
export class ConnectionLost extends TypeError {
  constructor() {
    super('Failed to fetch');
    this.name = 'TypeError';
  }
}
