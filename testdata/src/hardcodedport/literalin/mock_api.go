package main

func startMock() { serve(":8102") }
