import ArgumentParser
import ActivityLog
struct A: ParsableCommand { func run() { print(probe()) } }
A.main()
