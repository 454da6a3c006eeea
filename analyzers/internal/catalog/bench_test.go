package catalog

import "testing"

// BenchmarkFirst measures what a process pays for the catalogue: finding the
// sections, which is once for all packages, and parsing those of the packages
// that a typical service names. Rows of other packages add only to the first.
func BenchmarkFirst(b *testing.B) {
	b.Run("sections", func(b *testing.B) {
		bytes := 0
		for b.Loop() {
			bytes = 0
			for _, ss := range index() {
				for _, s := range ss {
					bytes += len(s.text)
				}
			}
		}
		b.ReportMetric(float64(bytes), "bytes")
	})
	for _, path := range []string{"net/http", "os/signal", "example.com/unknown"} {
		b.Run(path, func(b *testing.B) {
			for b.Loop() {
				New(nil).Package(path)
			}
		})
	}
}
