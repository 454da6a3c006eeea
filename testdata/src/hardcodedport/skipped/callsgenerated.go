package main

// The literal is written by hand, the bind is generated.
func callGenerated() {
	generatedWrapper(":9604") // want `port "9604".*passed to net.Listen at generated.go:9`
}
