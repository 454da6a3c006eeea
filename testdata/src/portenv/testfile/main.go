// Command testfile has tests that listen.
package main

func main() {}
