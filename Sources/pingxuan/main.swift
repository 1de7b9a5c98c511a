print("pingxuan")
