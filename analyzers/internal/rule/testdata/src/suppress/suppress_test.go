package suppress

//portvet:ignore hardcodedport
func inTest() { listen() }
