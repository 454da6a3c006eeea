package suppress

//portvet:ignore hardcodedport
func mock() { listen() }
