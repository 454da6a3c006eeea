package catalog

import "testing"

// BenchmarkFirst measures what a process pays for a package that it names, or
// one of which the catalogue knows nothing. Rows of other packages add nothing.
func BenchmarkFirst(b *testing.B) {
	for _, path := range []string{"net/http", "os/signal", "example.com/unknown"} {
		b.Run(path, func(b *testing.B) {
			for b.Loop() {
				New(nil).Package(path)
			}
		})
	}
}
