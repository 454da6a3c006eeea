// Package whole has nothing to report.
//
//nolint:portvet
package whole

func listen() {}

func hidden() {
	listen()
	//portvet:ignore nothing
}
