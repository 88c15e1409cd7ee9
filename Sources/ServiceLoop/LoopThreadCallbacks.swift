// C calls these. They are nonisolated functions in a file of their own: a closure formed in an isolated context would
// carry that isolation and die on this thread, with no word from the compiler.
internal import CLibuv
internal import Glibc

func loopThreadMain(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  LoopThread.shared.main()
  return nil
}

func bellRung(_: UnsafeMutablePointer<uv_poll_t>?, _: Int32, _: Int32) { LoopThread.shared.silenceBell() }

func roundChecked(_: UnsafeMutablePointer<uv_check_t>?) { LoopThread.shared.endRound() }

func roundPrepared(_: UnsafeMutablePointer<uv_prepare_t>?) { LoopThread.shared.endRound() }
