// Rooms on the package `ws`: whoever is connected to a path hears what anybody says there, oneself included.
//   node node_ws.js PORT
const { WebSocketServer } = require('ws')

const rooms = new Map()

new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]) }).on('connection', (member, { url }) => {
  if (!rooms.has(url)) rooms.set(url, new Set())
  const room = rooms.get(url).add(member)
  member.on('close', () => room.delete(member))
  member.on('message', (said, binary) => {
    for (const listener of room) listener.send(said, { binary })
  })
})
